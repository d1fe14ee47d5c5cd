package earshot.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a failing source is tried again. */
class BackOffTest {
  private static final RandomGenerator NONE = fixed(0);
  private static final RandomGenerator MOST = fixed(Math.nextDown(1.0));

  private static RandomGenerator fixed(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new UnsupportedOperationException();
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }

  private static Duration after(int failures, Duration asked, RandomGenerator random) {
    return BackOff.USUAL.after(failures, asked, random);
  }

  @Test
  void itDoublesFromAMinuteToADay() {
    assertThat(IntStream.rangeClosed(1, 14).mapToObj(each -> after(each, null, NONE).toMinutes()))
        .containsExactly(
            1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 1440L, 1440L, 1440L);
  }

  @Test
  void itNeverStopsAndNeverExceedsADay() {
    for (int failures : new int[] {0, -5, 100, 1_000_000, Integer.MAX_VALUE}) {
      assertThat(after(failures, null, MOST)).isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
    }
  }

  @Test
  void chanceSpreadsByAtLeastATenth() {
    Random random = new Random(7);
    for (int failures : new int[] {1, 5, 20}) {
      DoubleSummaryStatistics waits =
          IntStream.range(0, 1_000)
              .mapToDouble(each -> after(failures, null, random).toMillis())
              .summaryStatistics();
      assertThat(waits.getMax() / waits.getMin()).isGreaterThan(1.1);
    }
  }

  @Test
  void whatTheServerAsksForIsNeverUndercut() {
    Random random = new Random(7);
    for (int failures = 1; failures < 20; failures++) {
      for (long seconds : new long[] {1, 59, 61, 3_600, 86_400}) {
        Duration asked = Duration.ofSeconds(seconds);
        assertThat(after(failures, asked, random)).isGreaterThanOrEqualTo(asked);
      }
    }
  }

  @Test
  void absurdWishesAreCapped() {
    assertThat(after(1, Duration.ofDays(4_000), NONE)).isEqualTo(Duration.ofDays(1));
    assertThat(after(1, Duration.ofDays(-4), NONE)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void withoutChanceThereIsNoBackOff() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BackOff(Duration.ofSeconds(60), Duration.ofDays(1), 0.05));
  }
}
