package earshot.mention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said in public, kept once however often it is met.
 *
 * @param id given by the store
 * @param source the source's id
 * @param platform the word of labels.md, such as {@code facebook}
 * @param nativeId the source's own id
 * @param url permalink as met, or null
 * @param published when it was said; when it was first met if the source does not say
 * @param fetched when this version was first met
 * @param version 1 for the first, one more for each edit
 * @param story id of the story: the same text said in other places
 * @param truncated whether something was cut off
 */
public record Mention(
    long id,
    String source,
    String platform,
    String nativeId,
    @Nullable String url,
    String title,
    String author,
    String context,
    String text,
    @Nullable String language,
    Instant published,
    Instant fetched,
    int version,
    long story,
    boolean truncated) {}
