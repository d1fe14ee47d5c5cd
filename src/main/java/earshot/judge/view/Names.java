package earshot.judge.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of a school, each by its letters alone, found again however they are spaced or misspelt.
 */
final class Names {
  private static final int FUZZY_FROM = 7;

  private final Map<String, Mark> exact = new HashMap<>();
  private final Map<Character, List<Fuzzy>> fuzzy = new HashMap<>();
  private final BitSet starts = new BitSet(1 << 12);
  private int longest;

  /**
   * A name that may be misspelt.
   *
   * @param letters the letters it is written with, see {@link #letters}
   */
  private record Fuzzy(String name, int letters, Mark mark) {
    /** A slip of the pen brings in one letter at most, and takes one away. */
    boolean isNear(String key, int lettersOfKey) {
      int allowed = name.length() >= 11 ? 2 : 1;
      return Math.abs(name.length() - key.length()) <= allowed
          && Integer.bitCount(letters ^ lettersOfKey) <= 2 * allowed
          && Edits.within(key, name, allowed);
    }
  }

  void add(String key, Mark mark) {
    if (key.length() < 2 || key.length() > 80) {
      return;
    }
    if (exact.putIfAbsent(key, mark) == null && key.length() >= FUZZY_FROM && isFuzzy(mark)) {
      fuzzy
          .computeIfAbsent(key.charAt(0), first -> new ArrayList<>())
          .add(new Fuzzy(key, letters(key), mark));
    }
    longest = Math.max(longest, key.length());
    starts.set(start(key));
  }

  /** Whether a name may start with these letters: most words of a post need no further look. */
  boolean mayStart(CharSequence letters) {
    return letters.length() < 2 || starts.get(start(letters));
  }

  private static int start(CharSequence key) {
    return (key.charAt(0) & 63) << 6 | key.charAt(1) & 63;
  }

  private static boolean isFuzzy(Mark mark) {
    return mark == Mark.SCHOOL || mark == Mark.STAFF || mark == Mark.HEAD || mark == Mark.PLACE;
  }

  int longest() {
    return longest;
  }

  boolean has(String key) {
    return exact.containsKey(key);
  }

  @Nullable Mark get(String key) {
    return exact.get(key);
  }

  /** The name that this is a slip of the pen for, or null. */
  @Nullable Mark near(String key) {
    if (key.length() < FUZZY_FROM - 1) {
      return null;
    }
    int letters = letters(key);
    for (Fuzzy each : fuzzy.getOrDefault(key.charAt(0), List.of())) {
      if (each.isNear(key, letters)) {
        return each.mark;
      }
    }
    return null;
  }

  /** The letters of a word, a bit each; some share one. */
  private static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << word.charAt(i);
    }
    return letters;
  }

  /** The school's mark when a handle or a hashtag is made of one of its names. */
  @Nullable Mark within(String handle) {
    Mark mark = exact.get(handle);
    if (mark != null) {
      return mark;
    }
    for (Map.Entry<String, Mark> each : exact.entrySet()) {
      boolean school = each.getValue() == Mark.SCHOOL || each.getValue() == Mark.NAMESAKE;
      if (school && each.getKey().length() >= 6 && handle.contains(each.getKey())) {
        return each.getValue();
      }
    }
    return null;
  }
}
