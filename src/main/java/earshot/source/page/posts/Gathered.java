package earshot.source.page.posts;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What repeats on a page.
 *
 * @param type what the repeated things are
 * @param entries in the page's order
 * @param elements where they stand; empty when only structured data named them
 * @param blocks the indexes of their blocks, where they have no element of their own
 * @param cut whether there were more than are read
 */
public record Gathered(
    Type type, List<Entry> entries, Set<Element> elements, Set<Integer> blocks, boolean cut) {
  public static final Gathered NOTHING =
      new Gathered(Type.NONE, List.of(), Set.of(), Set.of(), false);

  /** What repeated things can be. */
  public enum Type {
    NONE,
    /** Posts of a forum or a question and its answers: the page is theirs. */
    POSTS,
    /** Comments: the page may be theirs or an article's. */
    COMMENTS,
    /** Reviews of something. */
    REVIEWS,
    /** Teasers of other pages. */
    TEASERS
  }

  public Gathered {
    entries = List.copyOf(entries);
  }

  public int characters() {
    return entries.stream().mapToInt(entry -> entry.title().length() + entry.text().length()).sum();
  }
}
