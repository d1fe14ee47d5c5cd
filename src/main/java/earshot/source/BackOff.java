package earshot.source;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try a failing source again: ever later, but never not at all.
 *
 * @param first after the first failure, jitter apart
 * @param longest between two tries
 * @param jitter the share of the wait that chance adds, so that sources of one host part ways
 */
public record BackOff(Duration first, Duration longest, double jitter) {
  /** 60 s doubling to 24 h, up to a fifth more by chance. */
  public static final BackOff USUAL = new BackOff(Duration.ofSeconds(60), Duration.ofDays(1), 0.2);

  public BackOff {
    if (!first.isPositive() || longest.compareTo(first) < 0 || jitter < 0.1 || jitter > 1) {
      throw new IllegalArgumentException("waits are positive and grow, jitter is 0.1 to 1");
    }
  }

  /**
   * @param failures in a row, 1 after the first
   * @param asked what the server asked for (Retry-After), or null; never waited for less
   * @param random uniform
   * @return at most {@code longest}, but for jitter on top of what the server asked for
   */
  public Duration after(int failures, @Nullable Duration asked, RandomGenerator random) {
    Duration wait = doubled(Math.max(1, failures));
    Duration least = asked == null ? Duration.ZERO : shorter(asked, longest);
    boolean longer = least.compareTo(wait) >= 0;
    Duration base = longer ? least : wait;
    Duration extra = share(base, jitter * random.nextDouble());
    // at the cap chance makes it earlier, so that the cap holds; but never earlier than asked
    return longer || base.plus(extra).compareTo(longest) <= 0
        ? base.plus(extra)
        : longest.minus(extra);
  }

  private Duration doubled(int failures) {
    Duration wait = first;
    for (int step = 1; step < failures && wait.compareTo(longest) < 0; step++) {
      wait = wait.multipliedBy(2);
    }
    return shorter(wait, longest);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration share(Duration whole, double part) {
    return Duration.ofNanos((long) (whole.toNanos() * part));
  }
}
