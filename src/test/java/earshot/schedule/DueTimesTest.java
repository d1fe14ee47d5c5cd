package earshot.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.BackOff;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueTimesTest {
  private static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z");
  private static final Duration EVERY = Duration.ofMinutes(30);
  private final Source source =
      new Source(
          "talk",
          "Talk",
          Source.Kind.FEED,
          List.of(URI.create("https://talk.example/feed")),
          List.of("*"),
          EVERY,
          "forum",
          null);
  private final DueTimes dueTimes = new DueTimes(BackOff.USUAL, new Random(1));

  @Test
  void theGapBetweenPollsNeverGrowsByAFifth() {
    for (int i = 0; i < 1_000; i++) {
      Instant next = dueTimes.next(source, new Poll.Unchanged(Memory.EMPTY), 0, NOW);
      assertThat(Duration.between(NOW, next)).isBetween(EVERY, EVERY.multipliedBy(6).dividedBy(5));
    }
  }

  @Test
  void failuresWaitLongerAndNeverStopForGood() {
    Poll down = new Poll.Unavailable("the server does not answer", null);
    Duration before = Duration.ZERO;
    for (int failures = 1; failures <= 200; failures++) {
      Duration wait = Duration.between(NOW, dueTimes.next(source, down, failures, NOW));
      assertThat(wait).isLessThanOrEqualTo(Duration.ofHours(24));
      if (failures <= 8) {
        assertThat(wait).isGreaterThan(before);
      }
      before = wait;
    }
  }

  @Test
  void retryAfterIsHeard() {
    Poll busy = new Poll.Unavailable("too many requests", Duration.ofHours(2));
    assertThat(dueTimes.next(source, busy, 1, NOW)).isAfterOrEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void whatWasMissedForWeeksIsSpreadOverOneInterval() {
    Instant due = NOW.minus(Duration.ofDays(21));
    List<Instant> next =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> dueTimes.afterStart(source, due, NOW))
            .sorted()
            .toList();
    assertThat(next.getFirst()).isAfterOrEqualTo(NOW);
    assertThat(next.getLast()).isBeforeOrEqualTo(NOW.plus(EVERY));
    assertThat(Duration.between(next.getFirst(), next.getLast())).isGreaterThan(EVERY.dividedBy(2));
  }

  @Test
  void aLittleOverdueIsReadAtOnce() {
    Instant due = NOW.minus(Duration.ofMinutes(5));
    assertThat(dueTimes.afterStart(source, due, NOW)).isEqualTo(due);
  }
}
