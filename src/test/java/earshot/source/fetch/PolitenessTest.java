package earshot.source.fetch;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.HostileServer;
import earshot.source.HostileServer.Request;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One request at a time to a host, a pause between two, and none at all while it asks for peace.
 */
class PolitenessTest {
  private static final Duration PAUSE = Duration.ofMillis(120);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
  private final HostileServer server = new HostileServer();
  private final HostileServer other = new HostileServer();
  private final GuardedFetcher fetcher = fetcher(Duration.ofSeconds(30));

  private GuardedFetcher fetcher(Duration longestWait) {
    return new GuardedFetcher(
        FetchSettings.of("Earshot/1.0")
            .allowing(Set.of(server.authority(), other.authority()), PAUSE)
            .within(Duration.ofSeconds(30), longestWait),
        host -> List.of(InetAddress.getAllByName(host)),
        now::get);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
    other.close();
  }

  private Fetch get(String target) {
    return fetcher.get(server.at(target), Validators.NONE);
  }

  @Test
  void requestsOfManySourcesToOneHostGoOneByOneWithAPause() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.route(
        "/a",
        (request, out) -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          page("x").answer(request, out);
          inside.decrementAndGet();
        });
    List<Future<Fetch>> fetches = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int each = 0; each < 6; each++) {
        fetches.add(threads.submit(() -> get("/a")));
      }
    }
    for (Future<Fetch> fetch : fetches) {
      assertThat(fetch.get()).isInstanceOf(Fetch.Body.class);
    }
    assertThat(most.get()).isEqualTo(1);
    List<Request> requests = server.requests();
    for (int next = 1; next < requests.size(); next++) {
      long gap = requests.get(next).nanoTime() - requests.get(next - 1).nanoTime();
      assertThat(Duration.ofNanos(gap)).isGreaterThan(PAUSE.minusMillis(5));
    }
  }

  @Test
  void aCrawlDelayIsKept() {
    server.route("/robots.txt", answer(200, "", "User-agent: *\nCrawl-delay: 0.4"));
    server.route("/a", page("x"));
    get("/a");
    get("/a");
    List<Request> requests = server.requests("/a");
    assertThat(Duration.ofNanos(requests.get(1).nanoTime() - requests.get(0).nanoTime()))
        .isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void aCrawlDelayThatExceedsOurPatienceIsASentence() {
    server.route("/robots.txt", answer(200, "", "User-agent: *\nCrawl-delay: 100000"));
    server.route("/a", page("x"));
    try (GuardedFetcher hasty = fetcher(Duration.ofMillis(500))) {
      assertThat(hasty.get(server.at("/a"), Validators.NONE))
          .isInstanceOfSatisfying(
              Fetch.Unavailable.class, wait -> assertThat(wait.why()).contains("wait"));
    }
  }

  @Test
  void aHostThatAsksForPeaceHearsNothingFromAnySourceUntilItsTimeIsOver() {
    server.route("/a", answer(429, "Retry-After: 3600", ""));
    server.route("/b", page("x"));
    assertThat(get("/a")).isInstanceOf(Fetch.Unavailable.class);
    now.set(now.get().plus(Duration.ofMinutes(20)));
    assertThat(get("/b"))
        .isInstanceOfSatisfying(
            Fetch.Unavailable.class,
            wait -> assertThat(wait.retryAfter()).isEqualTo(Duration.ofMinutes(40)));
    assertThat(server.requests("/b")).isEmpty();
    now.set(now.get().plus(Duration.ofMinutes(41)));
    assertThat(get("/b")).isInstanceOf(Fetch.Body.class);
  }

  @Test
  void oneSourcesFaultIsNotItsHosts() {
    server.route("/a", answer(503, "Retry-After: 3600", ""));
    server.route("/b", page("x"));
    assertThat(get("/a"))
        .isInstanceOfSatisfying(
            Fetch.Unavailable.class,
            wait -> assertThat(wait.retryAfter()).isEqualTo(Duration.ofHours(1)));
    assertThat(get("/b")).isInstanceOf(Fetch.Body.class);
  }

  @Test
  void anInterruptEndsTheWaitWithASentence() {
    Thread.currentThread().interrupt();
    assertThat(get("/a")).isInstanceOf(Fetch.Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void hostsAreForgottenWhenThereAreTooMany() throws InterruptedException {
    HostTurns turns = new HostTurns();
    for (int host = 0; host < 5_000; host++) {
      turns.take("host" + host, Duration.ZERO, Duration.ofSeconds(1)).close();
    }
    try (HostTurns.Turn turn = turns.take("host1", Duration.ZERO, Duration.ofSeconds(1))) {
      assertThat(turn).isNotNull();
    }
  }
}
