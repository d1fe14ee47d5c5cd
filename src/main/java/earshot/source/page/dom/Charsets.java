package earshot.source.page.dom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text by the order of the HTML standard's encoding sniffing, except that bytes which are
 * valid UTF-8 beyond ASCII are believed before any label: labels lie more often than 3 valid
 * sequences do.
 */
final class Charsets {
  private static final int META_WINDOW = 16 * 1024;
  private static final Pattern LABEL =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile("<(?:meta|\\?xml)\\b[^>]{0,400}", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_LABEL =
      Pattern.compile("encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  /** What browsers mean by these labels (Encoding Standard §4.2). */
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "gbk",
          "shift_jis", "windows-31j",
          "ks_c_5601-1987", "ms949",
          "utf-16", "utf-8");

  private Charsets() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    Charset mark = byteOrderMark(bytes);
    if (mark != null) {
      int skip = mark.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return new String(bytes, skip, bytes.length - skip, mark);
    }
    int zeros = wideZeros(bytes);
    if (zeros != 0) {
      return new String(bytes, zeros > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    String utf8 = strictUtf8(bytes);
    if (utf8 != null) {
      return utf8;
    }
    Charset named = contentType == null ? null : label(LABEL, contentType);
    Charset meta = named == null ? meta(bytes) : named;
    if (meta == null || meta.equals(StandardCharsets.UTF_8)) {
      meta = mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : windows1252();
    }
    return new String(bytes, meta);
  }

  private static @Nullable Charset byteOrderMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF;
    return big ? StandardCharsets.UTF_16BE : null;
  }

  /** Positive: zeros stand after ASCII letters (little endian); negative: before them. */
  private static int wideZeros(byte[] bytes) {
    int window = Math.min(bytes.length, 512) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < window; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int most = window / 4;
    if (window < 16 || Math.max(even, odd) <= most || Math.min(even, odd) > most / 8) {
      return 0;
    }
    return odd > even ? 1 : -1;
  }

  private static @Nullable String strictUtf8(byte[] bytes) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return escapeSequences(text) ? null : text.toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  /** ISO-2022-JP is pure ASCII to the eye of UTF-8 and betrays itself by its escapes. */
  private static boolean escapeSequences(CharSequence text) {
    int window = Math.min(text.length(), META_WINDOW);
    for (int i = 0; i + 1 < window; i++) {
      if (text.charAt(i) == 0x1B && text.charAt(i + 1) == '$') {
        return true;
      }
    }
    return false;
  }

  /** A few broken bytes, as a cut or a pasted word leaves them, in what is UTF-8 otherwise. */
  private static boolean mostlyUtf8(byte[] bytes) {
    int broken = 0;
    int whole = 0;
    for (int i = 0; i < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int tail = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
      boolean good = tail > 0 && lead < 0xF5 && i + tail < bytes.length;
      for (int k = 1; good && k <= tail; k++) {
        good = (bytes[i + k] & 0xC0) == 0x80;
      }
      whole += good ? 1 : 0;
      broken += good ? 0 : 1;
      i += good ? tail : 0;
    }
    return whole > 4L * broken;
  }

  private static @Nullable Charset meta(byte[] bytes) {
    int window = Math.min(bytes.length, META_WINDOW);
    Matcher tag = META.matcher(new String(bytes, 0, window, StandardCharsets.ISO_8859_1));
    while (tag.find()) {
      boolean xml = tag.group().startsWith("<?");
      Charset found = label(xml ? XML_LABEL : LABEL, tag.group());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Charset label(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return null;
    }
    String name = found.group(1).toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(MEANT.getOrDefault(name, name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  private static Charset windows1252() {
    return Charset.forName("windows-1252");
  }
}
