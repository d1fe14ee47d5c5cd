package earshot.source.fetch;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.bomb;
import static earshot.source.HostileServer.endlessBody;
import static earshot.source.HostileServer.endlessContinue;
import static earshot.source.HostileServer.endlessHeaderLine;
import static earshot.source.HostileServer.endlessHeaders;
import static earshot.source.HostileServer.page;
import static earshot.source.HostileServer.raw;
import static earshot.source.HostileServer.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.HostileServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that never finish, send too much, or send nonsense: each costs a bounded time and space.
 */
class HostileServerTest {
  private static final Duration DEADLINE = Duration.ofMillis(700);

  private final HostileServer server = new HostileServer();
  private final GuardedFetcher fetcher =
      new GuardedFetcher(
          FetchSettings.of("Earshot/1.0")
              .allowing(Set.of(server.authority()), Duration.ZERO)
              .within(DEADLINE, Duration.ofSeconds(30)));

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  private Fetch get(String target) {
    return fetcher.get(server.at(target), Validators.NONE);
  }

  private void isGivenUpInTime(HostileServer.Script script) {
    server.route("/robots.txt", page("none"));
    server.route("/a", script);
    long start = System.nanoTime();
    assertThat(get("/a"))
        .isInstanceOfSatisfying(
            Fetch.Unavailable.class, late -> assertThat(late.why()).endsWith("."));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(2));
    await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
  }

  @Test
  void aDrippingBodyIsGivenUpInTime() {
    isGivenUpInTime(server.drip(Duration.ofMillis(20)));
  }

  @Test
  void drippingHeadersAreGivenUpInTime() {
    isGivenUpInTime(server.dripHeaders(Duration.ofMillis(20)));
  }

  @Test
  void silenceIsGivenUpInTime() {
    isGivenUpInTime(silence());
  }

  @Test
  void endlessHeadersAreGivenUp() {
    isGivenUpInTime(endlessHeaders());
  }

  @Test
  void anEndlessHeaderLineIsGivenUp() {
    isGivenUpInTime(endlessHeaderLine());
  }

  @Test
  void endlessInterimAnswersAreGivenUp() {
    isGivenUpInTime(endlessContinue());
  }

  @Test
  void aStalledSecureHandshakeIsGivenUpInTime() {
    HostileServer stalled = new HostileServer();
    URI secure = URI.create("https://" + stalled.authority() + "/");
    try (GuardedFetcher patient =
        new GuardedFetcher(
            FetchSettings.of("Earshot/1.0")
                .allowing(Set.of(stalled.authority()), Duration.ZERO)
                .within(DEADLINE, DEADLINE))) {
      long start = System.nanoTime();
      assertThat(patient.get(secure, Validators.NONE)).isInstanceOf(Fetch.Unavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(2));
    }
    stalled.close();
  }

  @Test
  void anEndlessBodyIsCutAtEightMebibytes() {
    server.route("/a", endlessBody());
    Fetch.Body body = (Fetch.Body) patiently("/a");
    assertThat(body.bytes()).hasSize(8 * 1024 * 1024);
    assertThat(body.truncated()).isTrue();
    await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
  }

  @Test
  void aBodyOfExactlyEightMebibytesIsWhole() {
    server.route("/a", answer(200, "", new byte[8 * 1024 * 1024]));
    assertThat(((Fetch.Body) patiently("/a")).truncated()).isFalse();
  }

  private Fetch patiently(String target) {
    try (GuardedFetcher patient =
        new GuardedFetcher(
            FetchSettings.of("Earshot/1.0").allowing(Set.of(server.authority()), Duration.ZERO))) {
      return patient.get(server.at(target), Validators.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip"})
  void aCompressedBombIsCutAtEightMebibytes(String encoding) {
    server.route("/a", bomb(encoding, 256L * 1024 * 1024));
    Fetch.Body body = (Fetch.Body) patiently("/a");
    assertThat(body.bytes()).hasSize(8 * 1024 * 1024);
    assertThat(body.truncated()).isTrue();
  }

  @Test
  void aPhraseInsideTheCapIsFoundAtEveryStepAndACutIsAlwaysMarked() {
    for (int offset = 0; offset < 20 * 1024 * 1024; offset += 1024 * 1024 + 64 * 1024) {
      byte[] body = " ".repeat(offset).concat("nasty phrase").getBytes(StandardCharsets.US_ASCII);
      server.route("/a", answer(200, "", body));
      Fetch.Body got = (Fetch.Body) patiently("/a");
      boolean inside = body.length <= 8 * 1024 * 1024;
      assertThat(got.truncated()).isEqualTo(!inside);
      assertThat(new String(got.bytes(), StandardCharsets.US_ASCII).contains("nasty phrase"))
          .isEqualTo(inside);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "nonsense",
        "HTTP/9.9 banana\r\n\r\n",
        "HTTP/1.1 999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: banana\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b broken",
        "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nnot deflated at all",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nNo colon\r\n\r\nx",
        "HTTP/1.1 302 Found\r\nLocation:\r\n\r\n",
        "HTTP/1.1 302 Found\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: ht!tp://[::\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://u:p@a.example/\r\n\r\n",
        "HTTP/1.1 200 OK\r\nETag: \u0000\u0001\r\n\r\nx",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "220 mail.example ESMTP\r\n"
      })
  void nonsenseNeverThrows(String answer) {
    server.route("/a", raw(answer));
    assertThat(get("/a")).isNotNull();
  }

  @Test
  void slowHostsDoNotDelayOthers() throws InterruptedException {
    HostileServer slow = new HostileServer();
    slow.route("/robots.txt", silence());
    server.route("/a", page("x"));
    AtomicInteger fast = new AtomicInteger();
    try (GuardedFetcher both =
            new GuardedFetcher(
                FetchSettings.of("Earshot/1.0")
                    .allowing(Set.of(server.authority(), slow.authority()), Duration.ZERO)
                    .within(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int each = 0; each < 50; each++) {
        threads.submit(() -> both.get(slow.at("/a"), Validators.NONE));
        threads.submit(
            () -> {
              both.get(server.at("/a"), Validators.NONE);
              fast.incrementAndGet();
            });
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> fast.get() == 50);
      threads.shutdownNow();
      slow.close();
    }
  }
}
