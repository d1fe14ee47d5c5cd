package earshot.web.words;

import earshot.web.words.Segment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed from one version of a text to the next, word by word. */
public final class Changes {
  /** Words in the part that differs; a longer one is shown as taken away and brought whole. */
  private static final int MOST_WORDS = 1_500;

  private static final int FEW = 2;
  private static final Pattern PIECE = Pattern.compile("\\S+\\s*|\\s+");

  private Changes() {}

  /** The pieces of both texts, in the order of the newer one. */
  public static List<Segment> between(String before, String after) {
    List<String> old = pieces(before);
    List<String> fresh = pieces(after);
    int same = 0;
    int least = Math.min(old.size(), fresh.size());
    while (same < least && old.get(same).equals(fresh.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < least - same
        && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    List<Segment> changes = new ArrayList<>();
    add(changes, fresh.subList(0, same), Kind.PLAIN);
    compare(
        changes, old.subList(same, old.size() - tail), fresh.subList(same, fresh.size() - tail));
    add(changes, fresh.subList(fresh.size() - tail, fresh.size()), Kind.PLAIN);
    return joined(grouped(changes));
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  private static void compare(List<Segment> changes, List<String> old, List<String> fresh) {
    if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
      add(changes, old, Kind.REMOVED);
      add(changes, fresh, Kind.ADDED);
      return;
    }
    int[][] longest = longestCommon(old, fresh);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        changes.add(new Segment(fresh.get(j), Kind.PLAIN));
        i++;
        j++;
      } else if (i < old.size() && (j == fresh.size() || longest[i + 1][j] >= longest[i][j + 1])) {
        changes.add(new Segment(old.get(i++), Kind.REMOVED));
      } else {
        changes.add(new Segment(fresh.get(j++), Kind.ADDED));
      }
    }
  }

  private static int[][] longestCommon(List<String> old, List<String> fresh) {
    int[][] longest = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        longest[i][j] =
            old.get(i).equals(fresh.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private static void add(List<Segment> changes, List<String> pieces, Kind kind) {
    pieces.forEach(piece -> changes.add(new Segment(piece, kind)));
  }

  /** Takes one or two words that stayed between two changes into the change: that reads better. */
  private static List<Segment> grouped(List<Segment> changes) {
    List<Segment> grouped = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Segment change = changes.get(i);
      boolean inChange = !removed.isEmpty() || !added.isEmpty();
      if (change.kind() == Kind.PLAIN && !(inChange && changesSoon(changes, i))) {
        flush(grouped, removed, added);
        grouped.add(change);
        continue;
      }
      if (change.kind() != Kind.ADDED) {
        removed.add(change.text());
      }
      if (change.kind() != Kind.REMOVED) {
        added.add(change.text());
      }
    }
    flush(grouped, removed, added);
    return grouped;
  }

  private static boolean changesSoon(List<Segment> changes, int at) {
    int end = Math.min(changes.size(), at + FEW + 1);
    return changes.subList(at, end).stream().anyMatch(change -> change.kind() != Kind.PLAIN);
  }

  private static void flush(List<Segment> grouped, List<String> removed, List<String> added) {
    add(grouped, removed, Kind.REMOVED);
    add(grouped, added, Kind.ADDED);
    removed.clear();
    added.clear();
  }

  private static List<Segment> joined(List<Segment> changes) {
    List<Segment> joined = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Kind kind = Kind.PLAIN;
    for (Segment change : changes) {
      if (change.kind() != kind && !text.isEmpty()) {
        joined.add(new Segment(Visible.of(text.toString()), kind));
        text.setLength(0);
      }
      kind = change.kind();
      text.append(change.text());
    }
    if (!text.isEmpty()) {
      joined.add(new Segment(Visible.of(text.toString()), kind));
    }
    return List.copyOf(joined);
  }
}
