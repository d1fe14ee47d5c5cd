package earshot.source.feed.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds marks in a text, and remembers which occur no more, so that no input makes it quadratic.
 */
final class Finder {
  private final String in;
  private final Map<String, Integer> next = new HashMap<>();
  private String lower = "";

  Finder(String in) {
    this.in = in;
  }

  /** The first {@code mark} at or after {@code from}, or -1. */
  int find(String mark, int from) {
    return find(in, mark, mark, from);
  }

  int findIgnoringCase(String mark, int from) {
    if (lower.isEmpty()) {
      String folded = in.toLowerCase(Locale.ROOT);
      // a few letters change their length; then case is not worth the wrong offset
      lower = folded.length() == in.length() ? folded : in;
    }
    return find(lower, mark, "i" + mark, from);
  }

  private int find(String where, String mark, String key, int from) {
    Integer known = next.get(key);
    // the last answer still stands while we have not come past it
    if (known != null && (known < 0 || (known >= from && from >= startOf(key)))) {
      return known;
    }
    int found = where.indexOf(mark, from);
    next.put(key, found);
    next.put("from " + key, from);
    return found;
  }

  private int startOf(String key) {
    return next.getOrDefault("from " + key, 0);
  }
}
