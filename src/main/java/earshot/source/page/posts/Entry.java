package earshot.source.page.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One post of a thread, one comment, or one entry of a listing.
 *
 * @param author "" when unknown
 * @param published or null
 * @param url its permalink, absolute, or null
 * @param title of a listing's entry, "" otherwise
 * @param text plain, without quoted earlier posts and without a signature
 */
public record Entry(
    String author, @Nullable Instant published, @Nullable String url, String title, String text) {}
