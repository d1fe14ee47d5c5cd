package earshot.source.fetch;

import java.time.Duration;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP exchange, redirects not followed. */
sealed interface Answer {

  /**
   * The server answered.
   *
   * @param body empty unless the status is 2xx
   */
  record Arrived(HttpUrl url, int status, Headers headers, CappedBody body) implements Answer {

    /** Where a redirect points: null when this is none, or points nowhere that can be fetched. */
    @Nullable HttpUrl target() {
      String location = headers.get("Location");
      return isRedirect() && location != null ? url.resolve(location.strip()) : null;
    }

    boolean isRedirect() {
      return switch (status) {
        case 301, 302, 303, 307, 308 -> true;
        default -> false;
      };
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * No answer came.
   *
   * @param why a plain sentence
   * @param forbidden whether our own guard said no, so that trying again is of no use
   * @param retryAfter what the host asked for before, or null
   */
  record Failed(String why, boolean forbidden, @Nullable Duration retryAfter) implements Answer {}
}
