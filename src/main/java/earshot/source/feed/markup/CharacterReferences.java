package earshot.source.feed.markup;

import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Decodes references to characters, by number and by HTML's names, which feeds use without
 * declaring them. What a document declares itself is expanded only up to a budget (the "quadratic
 * blowup").
 */
final class CharacterReferences {
  private static final int LONGEST_NAME = 32;
  private static final int MOST_EXPANDED = 256 * 1024;

  private final boolean html;
  private Map<String, String> declared = Map.of();
  private int expanded;

  /**
   * @param html whether {@code &pound} without its semicolon counts, as in HTML
   */
  CharacterReferences(boolean html) {
    this.html = html;
  }

  void declare(Map<String, String> entities) {
    declared = entities;
  }

  String decode(String text) {
    int next = text.indexOf('&');
    if (next < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (next >= 0) {
      out.append(text, at, next);
      at = reference(text, next, out);
      next = text.indexOf('&', at);
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Decodes what begins at {@code start}, or passes the ampersand on; returns where to go on. */
  private int reference(String text, int start, StringBuilder out) {
    boolean number = start + 1 < text.length() && text.charAt(start + 1) == '#';
    int end = number ? number(text, start + 2, out) : name(text, start + 1, out);
    if (end < 0) {
      out.append('&');
      return start + 1;
    }
    return end;
  }

  private static int number(String text, int start, StringBuilder out) {
    boolean hex = start < text.length() && (text.charAt(start) | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    int at = hex ? start + 1 : start;
    int first = at;
    int point = 0;
    while (at < text.length() && Character.digit(text.charAt(at), radix) >= 0) {
      // past the last code point the value no longer matters
      point = Math.min(point * radix + Character.digit(text.charAt(at), radix), 0x110000);
      at++;
    }
    if (at == first) {
      return -1;
    }
    Characters.append(out, point > Character.MAX_CODE_POINT ? Characters.REPLACEMENT : point);
    return at < text.length() && text.charAt(at) == ';' ? at + 1 : at;
  }

  private int name(String text, int start, StringBuilder out) {
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_NAME);
    while (end < limit && isNamePart(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == ';') {
      String value = value(text.substring(start, end));
      if (value != null) {
        out.append(value);
        return end + 1;
      }
    }
    return html ? withoutSemicolon(text, start, end, out) : -1;
  }

  private static boolean isNamePart(char letter) {
    return (letter < 0x80 && Character.isLetterOrDigit(letter))
        || letter == '_'
        || letter == '-'
        || letter == '.';
  }

  private @Nullable String value(String name) {
    String own = declared.get(name);
    if (own != null) {
      expanded += own.length();
      declared = expanded > MOST_EXPANDED ? Map.of() : declared;
      return own;
    }
    if (name.equals("apos")) {
      return "'";
    }
    String known = Entities.getByName(name);
    return known.isEmpty() ? null : known;
  }

  /** HTML §13.5: the old names count without a semicolon, the longest first. */
  private static int withoutSemicolon(String text, int start, int end, StringBuilder out) {
    for (int stop = Math.min(end, start + 6); stop > start + 1; stop--) {
      String name = text.substring(start, stop);
      if (Entities.isBaseNamedEntity(name)) {
        out.append(Entities.getByName(name));
        return stop;
      }
    }
    return -1;
  }
}
