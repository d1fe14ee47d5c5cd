package earshot.source.feed.markup;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document type declaration, skipped. Only entities that stand for plain characters are taken
 * from it: none that refers to another, to a file or to an address.
 *
 * @param end where the document goes on
 * @param entities by name
 */
record Doctype(int end, Map<String, String> entities) {
  private static final int MOST_ENTITIES = 300;
  private static final int LONGEST = 20_000;
  private static final Pattern PLAIN =
      Pattern.compile(
          "<!ENTITY\\s{1,9}([\\w.-]{1,32})\\s{1,9}(?:\"((?:[^\"&%<]|&#\\w{1,8};){0,200})\""
              + "|'((?:[^'&%<]|&#\\w{1,8};){0,200})')\\s{0,9}>");

  static Doctype at(String in, int start) {
    int open = in.indexOf('[', start);
    int close = in.indexOf('>', start);
    if (open < 0 || (close >= 0 && close < open)) {
      return new Doctype(close < 0 ? in.length() : close + 1, Map.of());
    }
    int end = in.indexOf(']', open);
    if (end < 0) {
      return new Doctype(close < 0 ? in.length() : close + 1, Map.of());
    }
    int after = in.indexOf('>', end);
    return new Doctype(
        after < 0 ? in.length() : after + 1,
        entities(in.substring(open, Math.min(end, open + LONGEST))));
  }

  private static Map<String, String> entities(String subset) {
    Map<String, String> found = new HashMap<>();
    CharacterReferences numbers = new CharacterReferences(false);
    Matcher each = PLAIN.matcher(subset);
    while (each.find() && found.size() < MOST_ENTITIES) {
      String value = each.group(2) == null ? each.group(3) : each.group(2);
      found.putIfAbsent(each.group(1), numbers.decode(value));
    }
    return found;
  }
}
