package earshot.source.page.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How far above an element each mark stands: 0 on itself, {@link #NONE} when nowhere.
 *
 * @param distance by mark
 */
record Scope(byte[] distance) {
  static final byte NONE = 12;

  /** Remembers the scopes of one page's elements. */
  static final class Known {
    private final Map<Element, Scope> known = new IdentityHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    Scope of(Element element) {
      Deque<Element> open = new ArrayDeque<>();
      Element at = element;
      while (at != null && !known.containsKey(at)) {
        open.push(at);
        at = at.parent();
      }
      Scope above = at == null ? null : known.get(at);
      for (Element each : open) {
        above = below(above, Marks.of(each, names));
        known.put(each, above);
      }
      return above == null ? below(null, 0) : above;
    }

    private static Scope below(@Nullable Scope above, int marks) {
      byte[] distance = new byte[Marks.COUNT];
      for (int mark = 0; mark < Marks.COUNT; mark++) {
        if ((marks >> mark & 1) == 1) {
          distance[mark] = 0;
        } else {
          distance[mark] = above == null ? NONE : (byte) Math.min(NONE, above.distance[mark] + 1);
        }
      }
      return new Scope(distance);
    }
  }
}
