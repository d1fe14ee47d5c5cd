package earshot.web.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failed tries to sign in: after five, each further one must wait, longer and longer. The same
 * count is kept for an account and for an address, so that neither one password on many accounts
 * nor many passwords on one goes fast. A try counts as failed from its beginning, so that many at
 * once pass no further than one after the other. Kept in memory, bounded.
 */
public final class Tries {
  static final int FREE = 5;
  static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  /** Short enough that nobody can keep a Headteacher out by guessing at their account. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
  private static final int MOST_KEPT = 10_000;

  private final InstantSource clock;
  private final Map<String, Failed> failed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failed> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Failed(int times, Instant last, Instant lastButOne) {}

  public Tries(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How long all of these must wait before the next try; zero when they need not, and then a failed
   * try of theirs is counted.
   */
  public synchronized Duration begin(String... who) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    for (String each : who) {
      Duration left = left(each, now);
      longest = left.compareTo(longest) > 0 ? left : longest;
    }
    if (longest.isZero()) {
      for (String each : who) {
        count(each, now);
      }
    }
    return longest;
  }

  private Duration left(String who, Instant now) {
    Failed before = recent(who, now);
    return before == null
        ? Duration.ZERO
        : Duration.between(now, before.last().plus(pause(before.times())));
  }

  private void count(String who, Instant now) {
    Failed before = recent(who, now);
    failed.put(
        who,
        before == null
            ? new Failed(1, now, now)
            : new Failed(before.times() + 1, now, before.last()));
  }

  private @Nullable Failed recent(String who, Instant now) {
    Failed before = failed.get(who);
    return before == null || !before.last().plus(FORGOTTEN_AFTER).isAfter(now) ? null : before;
  }

  static Duration pause(int times) {
    if (times < FREE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(times - FREE, 16));
    return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
  }

  /** The try that was begun did not fail. */
  public synchronized void takeBack(String who) {
    failed.computeIfPresent(
        who,
        (same, counted) ->
            counted.times() == 1
                ? null
                : new Failed(counted.times() - 1, counted.lastButOne(), counted.lastButOne()));
  }

  /** Every failed try of this one is forgiven. */
  public synchronized void succeeded(String who) {
    failed.remove(who);
  }
}
