package earshot.source.feed.markup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Keeps text to characters that XML 1.0 §2.2 allows, and mends two usual faults of encoding. */
public final class Characters {
  static final char REPLACEMENT = '\uFFFD';

  /** What windows-1252 has at 0x80 to 0x9F; the five that it leaves open stand for themselves. */
  private static final String C1 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
          + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
          + "\u009D\u017E\u0178";

  private Characters() {}

  /**
   * Without control characters and lone surrogates. C1 controls become what windows-1252 has in
   * their place, for that is what the writer meant.
   */
  public static String clean(String text) {
    int first = firstUnclean(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    int at = first;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      // XML 1.0 §2.11: CR LF is one line end
      if (point != '\r' || at == text.length() || text.charAt(at) != '\n') {
        append(clean, point);
      }
    }
    return clean.toString();
  }

  private static int firstUnclean(String text) {
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      boolean plain = (letter >= ' ' && letter < 0x7F) || (letter > 0x9F && letter < 0xD800);
      if (!plain && letter != '\n' && letter != '\t') {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Appends a character, or what it should have been, or nothing. */
  static void append(StringBuilder out, int point) {
    if (point >= 0x80 && point <= 0x9F) {
      char meant = C1.charAt(point - 0x80);
      if (meant > 0x9F) {
        out.append(meant);
      }
    } else if (point >= 0xD800 && point <= 0xDFFF) {
      out.append(REPLACEMENT);
    } else if ((point >= ' ' && point != 0x7F) || point == '\n' || point == '\t') {
      if (Character.isValidCodePoint(point) && point != 0xFFFE && point != 0xFFFF) {
        out.appendCodePoint(point);
      }
    } else if (point == '\r') {
      out.append('\n');
    }
  }

  /** The character that windows-1252 has for a byte, as a code point. */
  static int windows1252(int octet) {
    return octet >= 0x80 && octet <= 0x9F ? C1.charAt(octet - 0x80) : octet;
  }

  /**
   * Undoes UTF-8 that was read as ISO 8859-1 and encoded again: text of nothing but bytes that make
   * sense as UTF-8 was meant as UTF-8.
   */
  public static String mendDoubleEncoding(String text) {
    boolean suspicious = false;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter > 0xFF) {
        return text;
      }
      suspicious |= letter >= 0xC2;
    }
    if (!suspicious) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return text; // it was meant as it stands
    }
  }
}
