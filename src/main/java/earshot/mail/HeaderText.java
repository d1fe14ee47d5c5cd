package earshot.mail;

import java.util.regex.Pattern;

/**
 * Makes text fit to stand in a header. Beside the line breaks that people know there are those that
 * appear when a character is cut down to its low byte, as in CVE-2025-7962: U+760D becomes CR.
 */
final class HeaderText {
  /** What is longer is cut by mail programs anyway. */
  static final int LONGEST = 150;

  private static final int LOW_BYTE = 0xFF;

  /** Latin letters stay, such as the č of a name: a header's text is always encoded as UTF-8. */
  private static final int LATIN = 0x24F;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

  private HeaderText() {}

  static String shortLine(String text) {
    String line = line(text);
    return line.length() <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, cut(line))).stripTrailing() + "…";
  }

  private static int cut(String line) {
    return line.codePointCount(0, LONGEST - 1) - 1;
  }

  /** One line, nothing in it that could end it. */
  static String line(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    BREAKS
        .matcher(text)
        .replaceAll(" ")
        .codePoints()
        .map(point -> endsLineWhenCut(point) ? ' ' : point)
        .forEach(kept::appendCodePoint);
    return kept.toString().replaceAll(" {2,}", " ").strip();
  }

  private static boolean endsLineWhenCut(int point) {
    int low = point & LOW_BYTE;
    return point > LATIN && (low == '\r' || low == '\n' || low == 0);
  }
}
