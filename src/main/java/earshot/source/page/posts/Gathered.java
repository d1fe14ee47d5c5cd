package earshot.source.page.posts;

import earshot.source.page.dom.Html;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What repeats on a page.
 *
 * @param type what the repeated things are
 * @param entries in the page's order
 * @param elements where they stand; empty when only structured data named them
 * @param blocks the indexes of their blocks, where they have no element of their own
 * @param known whether an engine or the page itself names them; otherwise they were guessed
 * @param cut whether there were more than are read
 */
public record Gathered(
    Type type,
    List<Entry> entries,
    Set<Element> elements,
    Set<Integer> blocks,
    boolean known,
    boolean cut) {
  public static final Gathered NOTHING =
      new Gathered(Type.NONE, List.of(), Set.of(), Set.of(), false, false);

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

  private static final Pattern MARKED =
      Pattern.compile(
          "comment|repl(?:y|ies)|response|discussion|review|message|feedback|kommentar|disqus|forum|guest|thread|answer");
  private static final Pattern FURNITURE =
      Pattern.compile("sidebar|widget|recent|latest|related|footer|teaser|menu|nav\\b");
  private static final int ANCESTORS = 6;

  /** Whether the names round the first of them say that these are things people said. */
  public boolean marked() {
    Element at = elements.isEmpty() ? null : elements.iterator().next();
    boolean said = false;
    for (int up = 0; at != null && up < ANCESTORS && !at.normalName().equals("body"); up++) {
      String marks = Html.marks(at);
      if (FURNITURE.matcher(marks).find() || at.normalName().equals("aside")) {
        return false;
      }
      said |= MARKED.matcher(marks).find();
      at = at.parent();
    }
    return said;
  }

  public int characters() {
    return entries.stream().mapToInt(entry -> entry.title().length() + entry.text().length()).sum();
  }
}
