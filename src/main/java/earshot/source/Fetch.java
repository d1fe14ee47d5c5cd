package earshot.source;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for one address. */
public sealed interface Fetch {

  /**
   * What RFC 9110 §8.8 calls validators, verbatim as the server sent them.
   *
   * @param etag with its quotes and {@code W/}, or null
   * @param lastModified or null
   */
  record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
  }

  /**
   * A body arrived.
   *
   * @param address where it came from after every redirect
   * @param contentType the header as sent, or null
   * @param bytes decompressed; at most 8 MiB
   * @param truncated whether the body was longer than that
   * @param validators for the next request
   * @param noIndex whether {@code X-Robots-Tag} asks not to be indexed
   */
  record Body(
      URI address,
      @Nullable String contentType,
      byte[] bytes,
      boolean truncated,
      Validators validators,
      boolean noIndex)
      implements Fetch {}

  /** The server says that what {@link Validators} describe is still the newest. */
  record NotModified() implements Fetch {}

  /** Not this time: a plain sentence, and what the server asked for, if it did. */
  record Unavailable(String why, @Nullable Duration retryAfter) implements Fetch {}

  /** Not at all: forbidden by robots.txt, by our own guard, or gone. */
  record Refused(String why) implements Fetch {}
}
