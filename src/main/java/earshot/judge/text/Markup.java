package earshot.judge.text;

/** HTML left-overs in a post: tags read as a blank, entities as what they stand for. */
final class Markup {
  private static final int LONGEST_TAG = 300;
  private static final int LONGEST_ENTITY = 10;

  private Markup() {}

  /** Where the tag that starts here ends, or 0 when none does. */
  static int endOfTag(String text, int at) {
    if (at + 1 >= text.length()) {
      return 0;
    }
    char next = text.charAt(at + 1);
    if (!(next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '/' || next == '!')) {
      return 0;
    }
    int limit = Math.min(text.length(), at + LONGEST_TAG);
    for (int i = at + 1; i < limit; i++) {
      if (text.charAt(i) == '>') {
        return i + 1;
      }
      if (text.charAt(i) == '<') {
        return 0;
      }
    }
    return 0;
  }

  /** Where the entity that starts here ends, or 0 when none does. */
  static int endOfEntity(String text, int at) {
    int limit = Math.min(text.length(), at + LONGEST_ENTITY);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return entity(text, at, i + 1) == 0 ? 0 : i + 1;
      }
      if (!(c == '#' || c < 0x80 && Character.isLetterOrDigit(c))) {
        return 0;
      }
    }
    return 0;
  }

  /** What the entity stands for, or 0 when unknown. */
  static char entity(String text, int at, int end) {
    String name = text.substring(at + 1, end - 1);
    if (name.startsWith("#")) {
      return numeric(name);
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot", "ldquo", "rdquo" -> '"';
      case "apos", "rsquo", "lsquo" -> '\'';
      case "nbsp" -> ' ';
      case "ndash", "mdash" -> '-';
      case "pound" -> '£';
      default -> 0;
    };
  }

  private static char numeric(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return point == 0x2019 ? '\'' : point > 8 && point < 0xD800 ? (char) point : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
