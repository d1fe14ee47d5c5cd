package earshot.source.fetch;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;

/** What an answer means for the source. */
final class Outcomes {
  /** Directives of X-Robots-Tag that have a value of their own after a colon. */
  private static final Set<String> VALUED =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  private final InstantSource clock;

  Outcomes(InstantSource clock) {
    this.clock = clock;
  }

  /** For every answer but a redirect. */
  Fetch of(Answer answer, Validators known) {
    return switch (answer) {
      case Answer.Failed failed ->
          failed.forbidden()
              ? new Fetch.Refused(failed.why())
              : new Fetch.Unavailable(failed.why(), failed.retryAfter());
      case Answer.Arrived arrived -> of(arrived, known);
    };
  }

  private Fetch of(Answer.Arrived arrived, Validators known) {
    int status = arrived.status();
    if (arrived.isSuccess()) {
      return body(arrived);
    }
    if (status == 304 && !known.equals(Validators.NONE)) {
      return new Fetch.NotModified();
    }
    String why = Sentences.status(arrived.url().host(), status);
    return switch (status) {
      case 401, 402, 403, 407, 410, 451 -> new Fetch.Refused(why);
      default ->
          new Fetch.Unavailable(
              why, RetryAfter.parse(arrived.headers().get("Retry-After"), clock.instant()));
    };
  }

  private static Fetch.Body body(Answer.Arrived arrived) {
    Headers headers = arrived.headers();
    CappedBody body = arrived.body();
    // what broke off must be asked for again, so its validators are worth nothing
    Validators validators =
        body.broken()
            ? Validators.NONE
            : new Validators(headers.get("ETag"), headers.get("Last-Modified"));
    return new Fetch.Body(
        arrived.url().uri(),
        headers.get("Content-Type"),
        body.bytes(),
        body.cut() || body.broken(),
        validators,
        headers.values("X-Robots-Tag").stream().anyMatch(Outcomes::asksNotToIndex));
  }

  /** {@code noindex, nofollow}, or {@code name: noindex} for a program of that name. */
  static boolean asksNotToIndex(String tag) {
    boolean forUs = true;
    for (String part : tag.toLowerCase(Locale.ROOT).split(",")) {
      String directive = part.strip();
      int colon = directive.indexOf(':');
      if (colon > 0 && !VALUED.contains(directive.substring(0, colon).strip())) {
        forUs = directive.substring(0, colon).strip().equals(Robots.NAME);
        directive = directive.substring(colon + 1).strip();
      }
      if (forUs && (directive.equals("noindex") || directive.equals("none"))) {
        return true;
      }
    }
    return false;
  }
}
