package earshot.source.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its feed has it, before what holds for the feed as a whole is known.
 *
 * @param id as written, or null
 * @param link absolute, or relative to the feed, or null
 * @param author "" when the entry names none
 * @param language null when the entry names none
 * @param oddDate a date that nobody could read, or null
 * @param broken whether the document ended within the entry
 */
record Draft(
    @Nullable String id,
    @Nullable String link,
    String title,
    String author,
    String text,
    @Nullable String language,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String oddDate,
    boolean broken) {

  boolean isEmpty() {
    return id == null && link == null && title.isEmpty() && text.isEmpty();
  }
}
