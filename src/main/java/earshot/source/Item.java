package earshot.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One public post, comment, review, page or article, as a source gave it.
 *
 * @param nativeId the source's own id; unique within the source
 * @param url permalink, or null where there is none
 * @param title plain text, "" when there is none
 * @param author handle or name, "" when unknown
 * @param context the thread's title, page or parent post, "" when there is none
 * @param text plain text
 * @param language BCP 47, or null
 * @param published when the source says it was published, or null
 * @param updated when the source says it was last changed, or null
 * @param truncated whether something was cut off on the way here
 */
public record Item(
    String nativeId,
    @Nullable String url,
    String title,
    String author,
    String context,
    String text,
    @Nullable String language,
    @Nullable Instant published,
    @Nullable Instant updated,
    boolean truncated) {
  public Item {
    if (nativeId.isBlank()) {
      throw new IllegalArgumentException("an item needs an id");
    }
  }
}
