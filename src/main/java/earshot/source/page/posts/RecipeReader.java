package earshot.source.page.posts;

import earshot.source.page.dom.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the posts of engines whose markup is known. */
final class RecipeReader {
  private static final int MOST = 10_000;
  private static final int LONGEST_EARLIER = 400_000;

  private final Document page;
  private final Dates dates;

  RecipeReader(Document page, Dates dates) {
    this.page = page;
    this.dates = dates;
  }

  /** The posts by the first recipe that finds any with words in them. */
  Gathered read() {
    for (Recipe recipe : Recipe.KNOWN) {
      List<Element> containers = page.select(recipe.container());
      Gathered found = containers.isEmpty() ? Gathered.NOTHING : read(recipe, containers);
      if (!found.entries().isEmpty()) {
        return found;
      }
    }
    return Gathered.NOTHING;
  }

  private Gathered read(Recipe recipe, List<Element> containers) {
    Set<Element> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(containers);
    List<Entry> entries = new ArrayList<>();
    StringBuilder earlier = new StringBuilder();
    for (Element post : containers.subList(0, Math.min(MOST, containers.size()))) {
      List<Element> own = Own.of(post, all);
      String text = body(recipe, own, all, earlier);
      String author =
          recipe
              .author()
              .first(own, value -> value, match -> match.hasText() ? match.text() : null);
      Instant at = recipe.date().first(own, dates::parse, match -> ElementDates.of(match, dates));
      if (text.isBlank() || (author == null && at == null)) {
        continue;
      }
      String name = author == null ? "" : Authors.clean(author);
      entries.add(new Entry(name, at, link(recipe, own), "", text));
      if (earlier.length() < LONGEST_EARLIER) {
        earlier.append(text).append('\n');
      }
    }
    return new Gathered(recipe.type(), entries, all, Set.of(), true, containers.size() > MOST);
  }

  private static String body(
      Recipe recipe, List<Element> own, Set<Element> all, StringBuilder earlier) {
    for (Selectors.Place place : recipe.body().places()) {
      StringBuilder text = new StringBuilder();
      Element last = null;
      for (Element match :
          place.element() == null ? List.<Element>of() : Own.matching(own, place.element())) {
        if (last == null || !within(match, last)) {
          text.append(PostText.of(match, all, earlier)).append('\n');
          last = match;
        }
      }
      if (!text.toString().isBlank()) {
        return text.toString().strip();
      }
    }
    return "";
  }

  private static boolean within(Element element, Element outer) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String link(Recipe recipe, List<Element> own) {
    String link =
        recipe
            .link()
            .first(
                own,
                value -> StringUtil.resolve(page.location(), value),
                match -> match.absUrl("href").isEmpty() ? null : match.absUrl("href"));
    String id = own.getFirst().id();
    return link != null || id.isEmpty() ? link : page.location().replaceFirst("#.*", "") + "#" + id;
  }
}
