package earshot.schedule;

import earshot.source.BackOff;
import earshot.source.Poll;
import earshot.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a source is read next. Pure. */
final class DueTimes {
  /**
   * Share of the interval by which the next reading may come later, so that sources drift apart.
   */
  private static final double JITTER = 0.1;

  /** What does not want to be read is asked again after a day at the soonest. */
  private static final Duration REFUSED = Duration.ofHours(24);

  private static final Duration OVERDUE = Duration.ofMinutes(2);

  /** A failing source waits a day and a fifth at the most, see {@link BackOff#USUAL}. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(29);

  private final BackOff backOff;
  private final RandomGenerator random;

  DueTimes(BackOff backOff, RandomGenerator random) {
    this.backOff = backOff;
    this.random = random;
  }

  /** After a poll; {@code failures} in a row, this one included. */
  Instant next(Source source, Poll poll, int failures, Instant now) {
    return switch (poll) {
      case Poll.Fetched fetched -> now.plus(late(source.every()));
      case Poll.Unchanged unchanged -> now.plus(late(source.every()));
      case Poll.Unavailable unavailable ->
          now.plus(backOff.after(failures, unavailable.retryAfter(), random));
      case Poll.Refused refused -> now.plus(late(longer(source.every(), REFUSED)));
    };
  }

  /**
   * After a start: what is a little overdue is read at once; what was missed for longer than its
   * interval (a laptop closed for weeks) is read once, some time within one interval, so that no
   * host is hammered.
   */
  Instant afterStart(Source source, Instant due, Instant now) {
    boolean missed = due.plus(source.every()).isBefore(now);
    return missed ? now.plus(scaled(source.every(), random.nextDouble())) : due;
  }

  /**
   * Whether a source that nobody reads cannot be due then: it should have been read a while ago, or
   * it waits longer than its interval, because the clock was put back or the interval was
   * shortened.
   */
  boolean isImplausible(Source source, boolean failing, Instant due, Instant now) {
    Duration longest = failing ? longer(source.every(), LONGEST_WAIT) : source.every();
    Instant latest = now.plus(longest).plus(scaled(longest, JITTER));
    return due.plus(OVERDUE).isBefore(now) || due.isAfter(latest);
  }

  private Duration late(Duration every) {
    return every.plus(scaled(every, random.nextDouble() * JITTER));
  }

  private static Duration scaled(Duration length, double share) {
    return Duration.ofMillis((long) (length.toMillis() * share));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
