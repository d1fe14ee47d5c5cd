package earshot.source.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the fetcher introduces itself and how patient it is.
 *
 * @param userAgent who asks, with a way to reach a person; see {@link #userAgent(String, String,
 *     String)}
 * @param pause between two requests to one host
 * @param allowedHosts a school's own hosts that may stand at private addresses, {@code host} or
 *     {@code host:port}, IPv6 in brackets; nothing else may
 * @param allowedPause between two requests to an allowed host
 * @param deadline for one fetch with its robots.txt and redirects, waiting for the host's turn
 *     apart
 * @param longestWait for a host's turn
 */
public record FetchSettings(
    String userAgent,
    Duration pause,
    Set<String> allowedHosts,
    Duration allowedPause,
    Duration deadline,
    Duration longestWait) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  public FetchSettings {
    if (!userAgent.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f)) {
      throw new IllegalArgumentException("a User-Agent is plain ASCII");
    }
    if (pause.isNegative() || allowedPause.isNegative() || !deadline.isPositive()) {
      throw new IllegalArgumentException("pauses are not negative, a deadline is positive");
    }
    allowedHosts =
        allowedHosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** One second between requests, no host at a private address. */
  public static FetchSettings of(String userAgent) {
    return new FetchSettings(
        userAgent, Duration.ofSeconds(1), Set.of(), Duration.ofSeconds(1), DEADLINE, LONGEST_WAIT);
  }

  /**
   * The same, with hosts that may stand at private addresses and the pause between requests there.
   */
  public FetchSettings allowing(Set<String> hosts, Duration pauseThere) {
    return new FetchSettings(userAgent, pause, hosts, pauseThere, deadline, longestWait);
  }

  public FetchSettings pausing(Duration between) {
    return new FetchSettings(userAgent, between, allowedHosts, allowedPause, deadline, longestWait);
  }

  /** The same with less patience: for the fetch itself, and for its host's turn. */
  public FetchSettings within(Duration fetch, Duration turn) {
    return new FetchSettings(userAgent, pause, allowedHosts, allowedPause, fetch, turn);
  }

  /** {@code Earshot/1.0 (+https://school.example/earshot; office@school.example)}. */
  public static String userAgent(String version, String contactUrl, String contactMail) {
    return "Earshot/" + version + " (+" + contactUrl + "; " + contactMail + ")";
  }
}
