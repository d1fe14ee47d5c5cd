package earshot.source.page.posts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/** Elements that are built alike and each hold one of some spots, such as one date. */
final class Groups {
  private static final Set<String> CONTAINERS =
      Set.of(
          "div",
          "li",
          "article",
          "section",
          "tr",
          "dl",
          "dd",
          "table",
          "tbody",
          "blockquote",
          "p",
          "td");
  private static final int MOST_ANCESTORS = 14;
  private static final int MOST_MEMBERS = 6000;

  private Groups() {}

  /** All groups of two and more, each member with its number of spots at {@code most} or fewer. */
  static List<List<Element>> of(Collection<Element> spots, int most) {
    Map<Element, Integer> counts = new IdentityHashMap<>();
    for (Element spot : spots) {
      Element at = spot;
      for (int up = 0; at != null && up < MOST_ANCESTORS; up++, at = at.parent()) {
        counts.merge(at, 1, Integer::sum);
      }
    }
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element spot : spots) {
      Element at = spot;
      for (int up = 0; at != null && up < MOST_ANCESTORS; up++, at = at.parent()) {
        boolean container = CONTAINERS.contains(at.normalName());
        if (container && counts.getOrDefault(at, 0) <= most && seen.add(at)) {
          groups.computeIfAbsent(kind(at), kind -> new ArrayList<>()).add(at);
        }
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() >= 2 && group.size() <= MOST_MEMBERS)
        .toList();
  }

  /** Tag and classes without what only counts or marks the first and the last. */
  static String kind(Element element) {
    Element parent = element.parent();
    return name(element) + "<" + (parent == null ? "" : parent.normalName());
  }

  private static String name(Element element) {
    if (!element.hasAttr("class")) {
      return element.normalName();
    }
    Set<String> classes = new TreeSet<>();
    for (String each : element.classNames()) {
      String plain = each.replaceAll("[\\d_]+", "");
      boolean position =
          plain.matches(
              "(?i)(?:odd|even|alt|first|last|bypostauthor|byuser|depth-?|thread-?\\w*|bg|row|active|op|post-|comment-(?:author-.*)?)");
      if (!plain.isEmpty() && !position && classes.size() < 3) {
        classes.add(plain);
      }
    }
    return element.normalName() + "." + String.join(".", classes);
  }
}
