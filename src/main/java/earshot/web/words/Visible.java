package earshot.web.words;

/**
 * Makes characters visible that would turn or break what stands round them: the controls of Unicode
 * Standard Annex 9 and all other control characters but line break and tab.
 */
public final class Visible {
  private Visible() {}

  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (turns(point)) {
                shown.append("[U+%04X]".formatted(point));
              } else if (Character.isISOControl(point) && point != '\n' && point != '\t') {
                shown.append(point == '\r' ? "" : "\uFFFD");
              } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                shown.append('\uFFFD');
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static boolean turns(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
