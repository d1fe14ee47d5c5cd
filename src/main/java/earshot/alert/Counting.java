package earshot.alert;

import earshot.alert.outbox.Plan.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers in words people read, and notices counted by story. */
final class Counting {
  private Counting() {}

  /** {@code 1 post}, {@code 2 posts}. */
  static String of(long count, String thing) {
    return of(count, thing, thing + "s");
  }

  static String of(long count, String one, String many) {
    return String.format(Locale.UK, "%,d %s", count, count == 1 ? one : many);
  }

  /** Each story once, by its worst notice; the worst first, then the oldest. */
  static List<Key> byStory(List<Notice> notices) {
    Map<Long, List<Notice>> stories = new LinkedHashMap<>();
    notices.stream()
        .sorted(Comparator.comparing(Notice::severity).reversed().thenComparingLong(Notice::id))
        .forEach(
            notice ->
                stories.computeIfAbsent(notice.story(), story -> new ArrayList<>()).add(notice));
    return stories.values().stream().map(Counting::key).toList();
  }

  private static Key key(List<Notice> story) {
    Notice first = story.getFirst();
    long mentions = story.stream().map(Notice::mention).distinct().count();
    return new Key(first.mention(), (int) mentions - 1, first.edited());
  }
}
