package earshot.source.feed.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a document's first bytes say about its encoding.
 *
 * @param charset in which at least the XML declaration can be read
 * @param length of the byte order mark
 * @param isCertain whether nothing else can be meant
 */
record Mark(Charset charset, int length, boolean isCertain) {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset EBCDIC = Charset.forName("IBM037");

  static Mark of(byte[] bytes) {
    long head = 0;
    for (int at = 0; at < 4; at++) {
      head = head << 8 | (at < bytes.length ? bytes[at] & 0xff : 1);
    }
    Mark marked = byOrderMark(head);
    return marked == null ? byZeros(head) : marked;
  }

  private static @Nullable Mark byOrderMark(long head) {
    if (head == 0x0000FEFFL) {
      return new Mark(UTF_32BE, 4, true);
    }
    if (head == 0xFFFE0000L) {
      return new Mark(UTF_32LE, 4, true);
    }
    if (head >> 16 == 0xFEFF) {
      return new Mark(StandardCharsets.UTF_16BE, 2, true);
    }
    if (head >> 16 == 0xFFFE) {
      return new Mark(StandardCharsets.UTF_16LE, 2, true);
    }
    return null;
  }

  /** XML 1.0 appendix F.1: where the zeros stand about a first {@code <}. */
  private static Mark byZeros(long head) {
    if (head == 0x0000003CL) {
      return new Mark(UTF_32BE, 0, true);
    }
    if (head == 0x3C000000L) {
      return new Mark(UTF_32LE, 0, true);
    }
    if (head >> 16 == 0x003C && (head & 0xff00) == 0) {
      return new Mark(StandardCharsets.UTF_16BE, 0, true);
    }
    if (head >> 16 == 0x3C00 && (head & 0xff) == 0) {
      return new Mark(StandardCharsets.UTF_16LE, 0, true);
    }
    if (head == 0x4C6FA794L) {
      return new Mark(EBCDIC, 0, false);
    }
    return new Mark(StandardCharsets.ISO_8859_1, 0, false);
  }

  boolean isAscii() {
    return charset.equals(StandardCharsets.ISO_8859_1);
  }

  /** Whether a document that begins so can be in that encoding. */
  boolean bears(Charset named) {
    String name = named.name().toUpperCase(Locale.ROOT);
    boolean wide = name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.contains("UCS");
    boolean ebcdic = !wide && named.canEncode() && "<".getBytes(named)[0] == 0x4C;
    return !wide && ebcdic != isAscii();
  }
}
