package earshot.source.page;

import earshot.source.page.posts.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, without what surrounds it.
 *
 * @param title without the site's name, "" when there is none
 * @param author "" when unknown
 * @param published or null
 * @param language BCP 47, or null
 * @param text an article's main text; the posts or entries of a thread or listing one after the
 *     other; all visible text of any other page
 * @param items the posts of a thread, the entries of a listing, the comments below an article
 * @param truncated whether the page was longer than what was read
 */
public record Extraction(
    Kind kind,
    String title,
    String author,
    @Nullable Instant published,
    @Nullable String language,
    String text,
    List<Entry> items,
    boolean truncated) {

  /** What a page is. */
  public enum Kind {
    ARTICLE,
    THREAD,
    LISTING,
    OTHER
  }

  public Extraction {
    items = List.copyOf(items);
  }
}
