package earshot.web.people;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A link that works once.
 *
 * @param path where it leads on our own pages, such as {@code /welcome/x3…}; a secret
 * @param expires until when it works
 */
public record OneTimeLink(String path, Instant expires) {
  /** How long a link works. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  /** What a link is for. */
  public enum Purpose {
    /** Makes the first administrator, where there is no account at all. */
    FIRST_ADMINISTRATOR("/first/"),
    /** Lets a person set a password. */
    PASSWORD("/welcome/"),
    /** Signs a person in at once; only the demonstration makes these. */
    SIGN_IN("/enter/");

    private final String folder;

    Purpose(String folder) {
      this.folder = folder;
    }

    String path(String token) {
      return folder + token;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The whole address, for people who reach the program under {@code base}. */
  public URI under(URI base) {
    return base.resolve(path);
  }
}
