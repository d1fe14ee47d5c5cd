package earshot.source.page.posts;

import earshot.source.page.body.Block;
import earshot.source.page.dom.Dates;
import earshot.source.page.dom.Thing;
import earshot.source.page.posts.Gathered.Type;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;

/** Finds what repeats on a page: by its engine, by what it states, by how it is built. */
public final class Gatherer {
  private final RecipeReader recipes;
  private final StructuredEntries structured;
  private final Repeats repeats;
  private final Segments segments;

  public Gatherer(Document page, List<Block> blocks, List<Thing> things, Dates dates, URI address) {
    recipes = new RecipeReader(page, dates);
    structured = new StructuredEntries(things, dates, address);
    repeats = new Repeats(page, blocks, dates, address);
    segments = new Segments(blocks, dates, address.toString().replaceFirst("#.*", ""));
  }

  /** The best account of the page's posts, comments, reviews or teasers. */
  public Gathered gather() {
    Gathered known = recipes.read();
    if (known.type() == Type.POSTS) {
      return known;
    }
    Gathered reviews = structured.reviews();
    Gathered stated = structured.posts();
    if (stated.type() == Type.POSTS && stated.entries().size() >= known.entries().size()) {
      return stated;
    }
    if (!known.entries().isEmpty()) {
      return known.entries().size() >= stated.entries().size() ? known : stated;
    }
    if (reviews.entries().size() >= 1) {
      return reviews;
    }
    Gathered dated = repeats.dated();
    if (!stated.entries().isEmpty() && stated.entries().size() >= dated.entries().size()) {
      return stated;
    }
    if (dated.type() == Type.NONE) {
      Gathered flat = segments.read();
      return flat.entries().isEmpty() ? repeats.titled() : flat;
    }
    return dated;
  }
}
