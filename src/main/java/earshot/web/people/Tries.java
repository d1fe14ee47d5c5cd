package earshot.web.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed tries to sign in: after five, each further one must wait, longer and longer. The same
 * count is kept for an account and for an address, so that neither one password on many accounts
 * nor many passwords on one goes fast. Kept in memory, bounded.
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

  private record Failed(int times, Instant last) {}

  public Tries(InstantSource clock) {
    this.clock = clock;
  }

  /** How long this one must wait before the next try; zero when it need not. */
  public synchronized Duration wait(String who) {
    Failed before = failed.get(who);
    Instant now = clock.instant();
    if (before == null || !before.last().plus(FORGOTTEN_AFTER).isAfter(now)) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, before.last().plus(pause(before.times())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  static Duration pause(int times) {
    if (times < FREE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_WAIT.multipliedBy(1L << Math.min(times - FREE, 16));
    return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
  }

  public synchronized void failed(String who) {
    Failed before = failed.get(who);
    Instant now = clock.instant();
    boolean fresh = before == null || !before.last().plus(FORGOTTEN_AFTER).isAfter(now);
    failed.put(who, new Failed(fresh || before == null ? 1 : before.times() + 1, now));
  }

  public synchronized void succeeded(String who) {
    failed.remove(who);
  }
}
