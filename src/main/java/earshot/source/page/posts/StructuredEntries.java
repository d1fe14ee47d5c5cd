package earshot.source.page.posts;

import earshot.source.page.dom.Dates;
import earshot.source.page.dom.Thing;
import earshot.source.page.posts.Gathered.Type;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The posts and reviews that a page states by schema.org. */
final class StructuredEntries {
  private static final Set<String> FORUM =
      Set.of("DiscussionForumPosting", "Question", "SocialMediaPosting");
  private static final Set<String> COMMENTS = Set.of("Comment", "UserComments", "Answer");
  private static final Set<String> REVIEWS =
      Set.of("Review", "UserReview", "EmployerReview", "CriticReview");

  private final List<Thing> things;
  private final Dates dates;
  private final URI address;

  StructuredEntries(List<Thing> things, Dates dates, URI address) {
    this.things = things;
    this.dates = dates;
    this.address = address;
  }

  Gathered posts() {
    Set<Entry> entries = new LinkedHashSet<>();
    boolean forum = false;
    boolean frequent = things.stream().anyMatch(thing -> thing.is(Set.of("FAQPage")));
    for (Thing thing : frequent ? List.<Thing>of() : things) {
      boolean opening = thing.is(FORUM);
      if (opening || thing.is(COMMENTS)) {
        forum |= opening;
        add(entries, thing);
      }
    }
    return new Gathered(
        entries.isEmpty() ? Type.NONE : forum ? Type.POSTS : Type.COMMENTS,
        List.copyOf(entries),
        Set.of(),
        Set.of(),
        true,
        false);
  }

  Gathered reviews() {
    Set<Entry> entries = new LinkedHashSet<>();
    for (Thing thing : things) {
      if (thing.is(REVIEWS)) {
        add(entries, thing);
      }
    }
    return new Gathered(
        entries.isEmpty() ? Type.NONE : Type.REVIEWS,
        List.copyOf(entries),
        Set.of(),
        Set.of(),
        true,
        false);
  }

  private void add(Set<Entry> entries, Thing thing) {
    String text = thing.text("text", "articleBody", "reviewBody", "commentText", "description");
    if (text.isBlank()) {
      return;
    }
    String author = Authors.clean(thing.names("author", "creator"));
    entries.add(
        new Entry(
            author,
            dates.parse(thing.text("datePublished", "dateCreated", "commentTime", "dateModified")),
            link(thing),
            thing.is(REVIEWS) ? thing.text("name", "headline") : "",
            text));
  }

  private @Nullable String link(Thing thing) {
    String link = thing.address("url", "@id", "mainEntityOfPage");
    if (link == null || link.startsWith("_:")) {
      return null;
    }
    try {
      return address.resolve(link).toString();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
