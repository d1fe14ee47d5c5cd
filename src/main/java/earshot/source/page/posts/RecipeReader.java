package earshot.source.page.posts;

import earshot.source.page.dom.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the posts of engines whose markup is known. */
final class RecipeReader {
  private static final int MOST = 2000;
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
      if (containers.isEmpty() || containers.size() > MOST) {
        continue;
      }
      Gathered found = read(recipe, containers);
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
    for (Element post : containers) {
      String text = body(recipe, post, all, earlier);
      String author = value(recipe.author(), post, all);
      Instant at = date(recipe.date(), post, all);
      if (text.isBlank() || (author.isEmpty() && at == null)) {
        continue;
      }
      entries.add(new Entry(Authors.clean(author), at, link(recipe.link(), post, all), "", text));
      if (earlier.length() < LONGEST_EARLIER) {
        earlier.append(text).append('\n');
      }
    }
    return new Gathered(recipe.type(), entries, all);
  }

  private static String body(Recipe recipe, Element post, Set<Element> all, StringBuilder earlier) {
    for (String selector : recipe.body().split(", ")) {
      StringBuilder text = new StringBuilder();
      Element last = null;
      for (Element match : post.select(selector)) {
        boolean within = last != null && within(match, last);
        if (!within && owner(match, all) == post) {
          text.append(PostText.of(match, all, earlier)).append('\n');
          last = match;
        }
      }
      if (!text.isEmpty()) {
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

  /** The post that an element belongs to: the nearest above it. */
  private static @Nullable Element owner(Element element, Set<Element> all) {
    Element at = element;
    while (at != null && !all.contains(at)) {
      at = at.parent();
    }
    return at;
  }

  private static List<Element> matches(String selector, Element post, Set<Element> all) {
    return post.select(selector).stream().filter(match -> owner(match, all) == post).toList();
  }

  private static String value(String selectors, Element post, Set<Element> all) {
    for (String selector : selectors.split(", ")) {
      if (selector.startsWith("@")) {
        String value = post.attr(selector.substring(1)).strip();
        if (!value.isEmpty()) {
          return value;
        }
        continue;
      }
      for (Element match : matches(selector, post, all)) {
        if (match.hasText()) {
          return match.text();
        }
      }
    }
    return "";
  }

  private @Nullable Instant date(String selectors, Element post, Set<Element> all) {
    for (String selector : selectors.split(", ")) {
      if (selector.startsWith("@")) {
        Instant at = dates.parse(post.attr(selector.substring(1)));
        if (at != null) {
          return at;
        }
        continue;
      }
      for (Element match : matches(selector, post, all)) {
        Instant at = ElementDates.of(match, dates);
        if (at != null) {
          return at;
        }
      }
    }
    return null;
  }

  private @Nullable String link(String selectors, Element post, Set<Element> all) {
    for (String selector : selectors.split(", ")) {
      if (selector.startsWith("@")) {
        String value = post.attr(selector.substring(1)).strip();
        if (!value.isEmpty()) {
          return org.jsoup.internal.StringUtil.resolve(page.location(), value);
        }
        continue;
      }
      for (Element match : matches(selector, post, all)) {
        String address = match.absUrl("href");
        if (!address.isEmpty()) {
          return address;
        }
      }
    }
    return post.id().isEmpty() ? null : page.location().replaceFirst("#.*", "") + "#" + post.id();
  }
}
