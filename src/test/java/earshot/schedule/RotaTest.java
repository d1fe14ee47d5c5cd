package earshot.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import earshot.ConfigFolder;
import earshot.alert.Telling;
import earshot.listen.Configuration;
import earshot.listen.Listener;
import earshot.listen.LiveConfiguration;
import earshot.source.BackOff;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import earshot.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days and weeks of polls under a clock of our own. */
class RotaTest {
  private static final Duration EVERY = Duration.ofMinutes(30);
  private static final Duration TICK = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private ConfigFolder config;
  private LiveConfiguration configuration;
  private Database database;
  private Rota rota;
  private volatile Instant now;
  private volatile Supplier<Poll> answer = () -> new Poll.Unchanged(Memory.EMPTY);
  private final Map<String, List<Instant>> polls = new ConcurrentHashMap<>();

  @BeforeEach
  void open() {
    config = ConfigFolder.at(folder.resolve("config"));
    database = Database.open(folder.resolve("earshot.db"));
  }

  @AfterEach
  void close() {
    rota.close();
    database.close();
  }

  private void begin(int sources, String start) {
    now = Instant.parse(start);
    config.feeds(
        IntStream.range(0, sources).mapToObj(i -> "https://s" + i + ".example/feed").toList(),
        "30 min");
    configuration = new LiveConfiguration(config.folder(), Map.of());
    rota = startAgain();
  }

  private Rota startAgain() {
    Supplier<Configuration> current = configuration::current;
    Listener listener =
        new Listener(
            new Listener.Parts(
                database,
                current,
                Map.of(Source.Kind.FEED, this::poll),
                (post, school) -> {
                  throw new IllegalStateException("nothing is judged here");
                },
                Telling.NOBODY,
                () -> now));
    Rota started =
        new Rota(
            database, current, listener, new DueTimes(BackOff.USUAL, new Random(3)), () -> now);
    started.takeUp();
    return started;
  }

  private Poll poll(Source source, Memory memory) {
    polls.computeIfAbsent(source.id(), id -> new CopyOnWriteArrayList<>()).add(now);
    return answer.get();
  }

  private void pass(Duration time) {
    Instant end = now.plus(time);
    for (int minute = 0; now.isBefore(end); minute++) {
      rota.readDue();
      await().pollInterval(Duration.ofMillis(1)).until(() -> rota.underWay() == 0);
      if (minute % 2 == 0) {
        rota.reconcile();
      }
      now = now.plus(TICK);
    }
  }

  private List<Duration> gaps() {
    List<Duration> gaps = new ArrayList<>();
    for (List<Instant> times : polls.values()) {
      for (int i = 1; i < times.size(); i++) {
        gaps.add(Duration.between(times.get(i - 1), times.get(i)));
      }
    }
    return gaps;
  }

  private void assertSteady() {
    assertThat(gaps())
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap).isBetween(EVERY, EVERY.multipliedBy(6).dividedBy(5)));
  }

  @Test
  void pollsGoOnWhereLondonsClocksGoForward() {
    begin(5, "2026-03-28T12:00:00Z");
    pass(Duration.ofDays(1));
    assertSteady();
  }

  @Test
  void pollsGoOnWhereLondonsClocksGoBack() {
    begin(5, "2026-10-24T12:00:00Z");
    pass(Duration.ofDays(1));
    assertSteady();
  }

  @Test
  void afterThreeWeeksOffEachSourceIsReadOnceAndNotAllAtOnce() {
    begin(100, "2026-07-01T12:00:00Z");
    pass(Duration.ofMinutes(2));
    rota.close();
    polls.clear();
    now = now.plus(Duration.ofDays(21));
    rota = startAgain();
    pass(EVERY.plus(TICK));
    assertThat(polls).hasSize(100);
    assertThat(polls.values()).allSatisfy(times -> assertThat(times).hasSize(1));
    Map<Instant, Long> eachMinute = new ConcurrentHashMap<>();
    polls.values().forEach(times -> eachMinute.merge(times.getFirst(), 1L, Long::sum));
    assertThat(eachMinute.values()).allSatisfy(count -> assertThat(count).isLessThan(15));
  }

  @Test
  void aClockThatIsPutBackADayStopsNothing() {
    begin(10, "2026-07-02T12:00:00Z");
    pass(Duration.ofHours(1));
    polls.clear();
    now = now.minus(Duration.ofDays(1));
    pass(Duration.ofMinutes(5));
    assertThat(polls).hasSize(10);
  }

  @Test
  void aClockThatJumpsADayAheadReadsEachSourceOnce() {
    begin(10, "2026-07-02T12:00:00Z");
    pass(Duration.ofHours(1));
    polls.clear();
    now = now.plus(Duration.ofDays(1));
    pass(Duration.ofMinutes(5));
    assertThat(polls).hasSize(10);
    assertThat(polls.values()).allSatisfy(times -> assertThat(times).hasSize(1));
  }

  @Test
  void aShorterIntervalIsTakenUpWithinTwoMinutes() {
    begin(3, "2026-07-02T12:00:00Z");
    pass(Duration.ofMinutes(2));
    polls.clear();
    config.feeds(List.of("https://s0.example/feed", "https://s1.example/feed"), "1 min");
    configuration.refresh();
    pass(Duration.ofMinutes(4));
    assertThat(polls).containsOnlyKeys("feed-000", "feed-001");
  }

  @Test
  void whatWasBeingReadWhenThePowerWentIsReadAgain() {
    begin(1, "2026-07-02T12:00:00Z");
    database.write(
        jdbc ->
            new earshot.listen.SourceStates()
                .lease(jdbc, "feed-000", "a process that was killed", now, Rota.LEASE));
    rota.close();
    rota = startAgain();
    pass(TICK);
    assertThat(polls).containsOnlyKeys("feed-000");
  }

  @Test
  void tenDaysOfFailureNeverStopASourceAndItRecoversWithinADay() {
    begin(2, "2026-07-02T12:00:00Z");
    answer = () -> new Poll.Unavailable("the server does not answer", null);
    pass(Duration.ofDays(10));
    assertThat(polls.get("feed-000")).hasSizeGreaterThan(15);
    assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isLessThanOrEqualTo(Duration.ofHours(25)));
    answer = () -> new Poll.Unchanged(Memory.EMPTY);
    pass(Duration.ofDays(1));
    polls.clear();
    pass(Duration.ofHours(2));
    assertSteady();
  }

  @Test
  void aReaderThatBreaksIsTriedAgain() {
    begin(1, "2026-07-02T12:00:00Z");
    answer =
        () -> {
          throw new IllegalStateException("broken");
        };
    pass(Duration.ofMinutes(5));
    assertThat(polls.get("feed-000")).hasSizeGreaterThan(2);
  }

  @Test
  void aStackThatOverflowsStopsNothing() {
    begin(1, "2026-07-02T12:00:00Z");
    answer =
        () -> {
          throw new StackOverflowError();
        };
    pass(Duration.ofMinutes(5));
    assertThat(polls.get("feed-000")).hasSizeGreaterThan(2);
  }
}
