package earshot.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a try in vain: 30 s, doubling, to 15 min, each a little different. Pure.
 */
final class Waits {
  static final Duration SHORTEST = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(15);

  /**
   * While the server cannot be reached: so that the first try comes within a minute of its return.
   */
  private static final Duration KNOCK = Duration.ofSeconds(30);

  private static final double JITTER = 0.25;
  private static final int MOST_DOUBLINGS = 5;

  private Waits() {}

  /**
   * @param tries tries so far, at least 1
   */
  static Duration after(int tries, RandomGenerator random) {
    long base = SHORTEST.toMillis() << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.min(jittered(base, random), LONGEST.toMillis()));
  }

  static Duration knock(RandomGenerator random) {
    return Duration.ofMillis(jittered(KNOCK.toMillis(), random));
  }

  private static long jittered(long millis, RandomGenerator random) {
    return (long) (millis * (1 + JITTER * random.nextDouble()));
  }
}
