package earshot.source.fetch;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.conditional;
import static earshot.source.HostileServer.cutChunk;
import static earshot.source.HostileServer.gzip;
import static earshot.source.HostileServer.hangUp;
import static earshot.source.HostileServer.lyingLength;
import static earshot.source.HostileServer.page;
import static earshot.source.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.HostileServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fetch brings, from a server that answers by the book and from one that does not. */
class GuardedFetcherTest {
  private static final String AGENT =
      FetchSettings.userAgent("1.0", "https://marlbeck.example/earshot", "office@marlbeck.example");

  private final HostileServer server = new HostileServer();
  private final GuardedFetcher fetcher =
      new GuardedFetcher(
          FetchSettings.of(AGENT).allowing(Set.of(server.authority()), Duration.ZERO));

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  private Fetch get(String target) {
    return fetcher.get(server.at(target), Validators.NONE);
  }

  private Fetch.Body body(String target) {
    return (Fetch.Body) get(target);
  }

  private static String text(Fetch.Body body) {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aPageArrivesWithItsTypeAndItsAddress() {
    server.route("/a", page("<p>Open evening"));
    Fetch.Body body = body("/a");
    assertThat(text(body)).isEqualTo("<p>Open evening");
    assertThat(body.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(body.address()).isEqualTo(server.at("/a"));
    assertThat(body.truncated()).isFalse();
    assertThat(body.noIndex()).isFalse();
  }

  @Test
  void theRequestSaysWhoAsksAndHowToReachThem() {
    server.route("/a", page("x"));
    get("/a");
    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("user-agent"))
                  .isEqualTo(
                      "Earshot/1.0 (+https://marlbeck.example/earshot; office@marlbeck.example)");
              assertThat(request.header("accept-encoding")).isEqualTo("gzip");
              assertThat(request.header("cookie")).isNull();
            });
  }

  @Test
  void validatorsGoBackVerbatim() {
    String etag = "W/\"ä b\"";
    String modified = "Tue,  3 Mar 2026 8:00:00 BST";
    server.route("/a", conditional(etag, modified, "text/html", "<p>x"));
    Fetch.Body first = body("/a");
    assertThat(first.validators()).isEqualTo(new Validators(etag, modified));
    assertThat(fetcher.get(server.at("/a"), first.validators())).isEqualTo(new Fetch.NotModified());
    assertThat(server.requests("/a").get(1).header("if-none-match")).isEqualTo(etag);
    assertThat(server.requests("/a").get(1).header("if-modified-since")).isEqualTo(modified);
  }

  @Test
  void notModifiedWithoutAConditionIsNoAnswer() {
    server.route("/a", answer(304, "", ""));
    assertThat(get("/a")).isInstanceOf(Fetch.Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "gzip, identity"})
  void compressedBodiesAreUnpacked(String encoding) {
    server.route("/a", answer(200, "Content-Encoding: " + encoding, gzip("<p>x".getBytes())));
    assertThat(text(body("/a"))).isEqualTo("<p>x");
  }

  @Test
  void aPlainBodyThatClaimsToBeCompressedIsReadAsItIs() {
    server.route("/a", answer(200, "Content-Encoding: gzip", "<p>x"));
    assertThat(text(body("/a"))).isEqualTo("<p>x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "gzip, gzip", "deflate, gzip", "x; y"})
  void encodingsThatWereNotAskedForAreRefused(String encoding) {
    server.route("/a", answer(200, "Content-Encoding: " + encoding, gzip("x".getBytes())));
    assertThat(get("/a"))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, refused -> assertThat(refused.why()).contains("compressed"));
  }

  @Test
  void aBodyShorterThanItsPromisedLengthIsKeptAndMarked() {
    server.route("/a", lyingLength(5000, "text/html", "<p>Only this"));
    Fetch.Body body = body("/a");
    assertThat(text(body)).isEqualTo("<p>Only this");
    assertThat(body.truncated()).isTrue();
    assertThat(body.validators()).isEqualTo(Validators.NONE);
  }

  @Test
  void aBodyLongerThanItsPromisedLengthEndsWhereItPromised() {
    server.route("/a", lyingLength(4, "text/html", "<p>x and more"));
    assertThat(text(body("/a"))).isEqualTo("<p>x");
  }

  @Test
  void aBodyCutWithinAChunkIsKeptAndMarked() {
    server.route("/a", cutChunk("text/html", "<p>Half"));
    assertThat(body("/a").truncated()).isTrue();
  }

  @Test
  void aServerThatHangsUpIsUnavailable() {
    server.route("/a", hangUp());
    assertThat(get("/a"))
        .isInstanceOfSatisfying(
            Fetch.Unavailable.class, gone -> assertThat(gone.why()).startsWith("127.0.0.1 "));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Unavailable", "401, Refused", "403, Refused", "404, Unavailable", "408, Unavailable",
    "410, Refused", "418, Unavailable", "429, Unavailable", "451, Refused", "500, Unavailable",
    "502, Unavailable", "503, Unavailable", "504, Unavailable", "300, Unavailable"
  })
  void eachStatusHasItsMeaning(int status, String outcome) {
    server.route("/a", answer(status, "", "sorry"));
    assertThat(get("/a").getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreFollowed(int status) {
    server.route("/a", redirect(status, "/b?c=1")).route("/b?c=1", page("x"));
    assertThat(body("/a").address()).isEqualTo(server.at("/b?c=1"));
  }

  @Test
  void fiveRedirectsAreFollowedAndSixAreNot() {
    for (int step = 0; step < 6; step++) {
      server.route("/" + step, redirect(302, "/" + (step + 1)));
    }
    server.route("/6", page("x"));
    assertThat(get("/1")).isInstanceOf(Fetch.Body.class);
    assertThat(get("/0")).isInstanceOf(Fetch.Unavailable.class);
  }

  @Test
  void aRedirectLoopEnds() {
    server.route("/a", redirect(302, "/b")).route("/b", redirect(302, "/a"));
    assertThat(get("/a")).isInstanceOf(Fetch.Unavailable.class);
    assertThat(server.requests()).hasSizeLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://files.marlbeck.example/",
        "gopher://x.example/",
        "mailto:office@marlbeck.example",
        "http://user:word@marlbeck.example/",
        "http://user@marlbeck.example/",
        "http:///path",
        "relative/path",
        "javascript:alert(1)"
      })
  void otherAddressesAreRefusedInWords(String address) {
    assertThat(fetcher.get(URI.create(address), Validators.NONE))
        .isInstanceOfSatisfying(
            Fetch.Refused.class, refused -> assertThat(refused.why()).contains("http://"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noindex|true",
        "nofollow, NOINDEX|true",
        "none|true",
        "otherbot: noindex|false",
        "earshot: noindex|true",
        "unavailable_after: 25 Jun 2030 15:00:00 PST, noindex|true",
        "max-snippet: 5|false",
        "all|false"
      })
  void theRobotsTagIsHeard(String tag, boolean noIndex) {
    server.route("/a", answer(200, "X-Robots-Tag: " + tag, "x"));
    assertThat(body("/a").noIndex()).isEqualTo(noIndex);
  }
}
