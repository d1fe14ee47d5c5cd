package earshot.source.feed.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tags that are open at a point of a document, outermost first, with what each stands for. */
final class OpenTags<T> {
  private final List<String> names = new ArrayList<>();
  private final List<T> values = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void push(String name, T value) {
    names.add(name);
    values.add(value);
    counts.merge(name, 1, Integer::sum);
  }

  int depth() {
    return names.size();
  }

  T innermost() {
    return values.getLast();
  }

  /** At once, however many are open: end tags without a start are cheap to write. */
  boolean holds(String name) {
    return counts.containsKey(name);
  }

  /** Ends the innermost of that name and all within it; nothing when there is none. */
  void close(String name) {
    while (holds(name) && !names.getLast().equals(name)) {
      closeInnermost();
    }
    if (holds(name)) {
      closeInnermost();
    }
  }

  void closeInnermost() {
    counts.computeIfPresent(names.removeLast(), (name, count) -> count == 1 ? null : count - 1);
    values.removeLast();
  }
}
