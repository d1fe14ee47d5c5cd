package earshot.source.fetch;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.hangUp;
import static earshot.source.HostileServer.page;
import static earshot.source.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.HostileServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's robots.txt asks for, and what we do when it cannot be read (RFC 9309). */
class RobotsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
  private final HostileServer server = new HostileServer();
  private final HostileServer other = new HostileServer();
  private final GuardedFetcher fetcher =
      new GuardedFetcher(
          FetchSettings.of("Earshot/1.0")
              .allowing(Set.of(server.authority(), other.authority()), Duration.ZERO),
          host -> List.of(InetAddress.getAllByName(host)),
          now::get);

  @BeforeEach
  void page1() {
    server.route("/a", page("x"));
    other.route("/b", page("x"));
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
    other.close();
  }

  private void robots(String text) {
    server.route("/robots.txt", answer(200, "Content-Type: text/plain", text));
  }

  private Fetch get(String target) {
    return fetcher.get(server.at(target), Validators.NONE);
  }

  private boolean isRead(String target) {
    return get(target) instanceof Fetch.Body;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *\\nDisallow: /|false",
        "User-agent: *\\nDisallow:|true",
        "User-agent: *\\nDisallow: /b|true",
        "User-agent: *\\nDisallow: /a$|false",
        "User-agent: *\\nDisallow: /*a|false",
        "User-agent: *\\nDisallow: /\\nAllow: /a|true",
        "User-agent: Earshot\\nDisallow: /a\\n\\nUser-agent: *\\nDisallow:|false",
        "User-agent: earshot/1.0\\nDisallow: /a|false",
        "User-agent: *\\nDisallow: /\\n\\nUser-agent: Earshot\\nAllow: /|true",
        "User-agent: other\\nDisallow: /|true",
        "complete nonsense|true",
        "''|true"
      })
  void rulesAreObeyed(String robots, boolean read) {
    robots(robots.replace("\\n", "\n"));
    assertThat(isRead("/a")).isEqualTo(read);
    assertThat(server.requests("/a")).hasSize(read ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "404, Body",
    "410, Body",
    "400, Body",
    "401, Refused",
    "403, Refused",
    "429, Unavailable",
    "500, Unavailable",
    "503, Unavailable",
    "599, Unavailable"
  })
  void aMissingFileAllowsAClosedOneForbidsABrokenOneWaits(int status, String outcome) {
    server.route("/robots.txt", answer(status, "", "User-agent: *\nDisallow:"));
    assertThat(get("/a").getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(server.requests("/a")).hasSize(outcome.equals("Body") ? 1 : 0);
  }

  @Test
  void anUnreachableFileWaits() {
    server.route("/robots.txt", hangUp());
    assertThat(get("/a")).isInstanceOf(Fetch.Unavailable.class);
    assertThat(server.requests("/a")).isEmpty();
  }

  @Test
  void aHostThatAsksToWaitIsLeftAlone() {
    server.route("/robots.txt", answer(503, "Retry-After: 600", ""));
    assertThat(get("/a"))
        .isInstanceOfSatisfying(
            Fetch.Unavailable.class,
            wait -> assertThat(wait.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
    get("/a");
    assertThat(server.requests()).hasSize(1);
    now.set(now.get().plus(Duration.ofMinutes(11)));
    robots("");
    assertThat(isRead("/a")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><p>User-agent: *\nDisallow: /", " <html>Disallow: /"})
  void aPageInItsPlaceIsNoRobotsFile(String html) {
    robots("\n" + html);
    assertThat(isRead("/a")).isTrue();
  }

  @Test
  void aFileServedAsHtmlIsNoRobotsFile() {
    server.route("/robots.txt", page("User-agent: *\nDisallow: /"));
    assertThat(isRead("/a")).isTrue();
  }

  @Test
  void itIsAskedOnceADay() {
    robots("User-agent: *\nDisallow: /b");
    get("/a");
    get("/a");
    get("/b");
    assertThat(server.requests("/robots.txt")).hasSize(1);
    now.set(now.get().plus(Duration.ofHours(25)));
    get("/a");
    assertThat(server.requests("/robots.txt")).hasSize(2);
  }

  @Test
  void itsRedirectsAreFollowed() {
    server.route("/robots.txt", redirect(301, other.at("/elsewhere.txt").toString()));
    other.route("/elsewhere.txt", answer(200, "", "User-agent: *\nDisallow: /a"));
    assertThat(get("/a")).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void endlessRedirectsOfItCountAsNone() {
    server.route("/robots.txt", redirect(302, "/robots.txt"));
    assertThat(isRead("/a")).isTrue();
    assertThat(server.requests("/robots.txt")).hasSize(6);
  }

  @Test
  void theHostThatARedirectLeadsToIsAskedToo() {
    server.route("/away", redirect(302, other.at("/b").toString()));
    other.route("/robots.txt", answer(200, "", "User-agent: *\nDisallow: /b"));
    assertThat(get("/away")).isInstanceOf(Fetch.Refused.class);
    assertThat(other.requests("/b")).isEmpty();
  }

  @Test
  void fiveHundredKibibytesOfItAreRead() {
    robots("# " + "x".repeat(400_000) + "\nUser-agent: *\nDisallow: /a\n");
    assertThat(isRead("/a")).isFalse();
  }

  @Test
  void whatStandsBeyondIsNot() {
    robots("# " + "x".repeat(600_000) + "\nUser-agent: *\nDisallow: /a\n");
    assertThat(isRead("/a")).isTrue();
  }

  @Test
  void aHugeFileCostsNoTime() {
    robots("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a*b\n".repeat(10_000));
    server.route("/" + "a".repeat(2_000), page("x"));
    long start = System.nanoTime();
    get("/" + "a".repeat(2_000));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theSitemapsItNamesAreKnown() {
    robots("Sitemap: https://a.example/sitemap.xml\nSitemap: /relative.xml\nSitemap: nonsense:x");
    assertThat(fetcher.sitemaps(server.at("/a")))
        .contains(URI.create("https://a.example/sitemap.xml"));
  }

  @Test
  void aHostWithoutOneHasNoSitemaps() {
    assertThat(fetcher.sitemaps(server.at("/a"))).isEmpty();
    assertThat(fetcher.sitemaps(URI.create("mailto:x@a.example"))).isEmpty();
  }
}
