package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.web.people.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
  private WebHouse house;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void thereIsNoAccountToBeginWith() {
    assertThat(house.people.all()).isEmpty();
    Browser browser = house.browser();
    assertThat(browser.get("/sign-in").body()).contains("There is no account yet");
    browser.post("/sign-in", "email", "admin@thistlewick.example", "password", "admin");
    assertThat(browser.get("/search").statusCode()).isEqualTo(302);
  }

  @Test
  void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
    house.person(Role.HEADTEACHER);
    HttpResponse<String> wrong =
        house.browser().signIn("headteacher@thistlewick.example", "not the password");
    HttpResponse<String> unknown =
        house.browser().signIn("nobody@thistlewick.example", "not the password");
    assertThat(Browser.location(wrong)).isEqualTo(Browser.location(unknown)).contains("refused");
    assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode());
  }

  @Test
  void anUnknownAccountCostsTheSameWork() {
    Person head = house.person(Role.HEADTEACHER);
    house.people.setPassword(head.id(), new earshot.web.door.Passwords().encode(WebHouse.PASSWORD));
    List<Double> ratios = new ArrayList<>();
    // a machine under load makes single comparisons meaningless; work left out shows in all
    for (int round = 0; round < 3; round++) {
      ratios.add((double) best(head.email()) / best("nobody@thistlewick.example"));
    }
    assertThat(ratios).anySatisfy(ratio -> assertThat(ratio).isBetween(0.6, 1.7));
  }

  private long best(String email) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 9; i++) {
      house.clock.advance(Duration.ofHours(1));
      best = Math.min(best, timed(email));
    }
    return best;
  }

  private long timed(String email) {
    Browser browser = house.browser();
    browser.get("/sign-in");
    long start = System.nanoTime();
    browser.post("/sign-in", "email", email, "password", "not the password");
    return System.nanoTime() - start;
  }

  @Test
  void afterFiveWrongTriesEvenTheRightPasswordWaits() {
    Person head = house.person(Role.HEADTEACHER);
    Browser browser = house.browser();
    for (int i = 0; i < 5; i++) {
      assertThat(Browser.location(browser.signIn(head.email(), "wrong " + i))).contains("refused");
    }
    assertThat(Browser.location(browser.signIn(head.email(), WebHouse.PASSWORD))).contains("wait=");
    house.clock.advance(Duration.ofMinutes(3));
    // and on to the page that was asked for in vain
    assertThat(Browser.location(browser.signIn(head.email(), WebHouse.PASSWORD)))
        .isEqualTo("/account");
  }

  @Test
  void theSessionsIdChangesAtSignIn() {
    Person head = house.person(Role.HEADTEACHER);
    Browser browser = house.browser();
    browser.get("/sign-in");
    String before = browser.session();
    browser.signIn(head.email(), WebHouse.PASSWORD);
    assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    Browser thief = house.browser();
    thief.setSession(before);
    assertThat(thief.get("/search").statusCode()).isEqualTo(302);
  }

  @Test
  void aSessionEndsAfterEightHoursWhateverHappens() {
    Browser browser = house.signedIn(Role.HEADTEACHER);
    house.clock.advance(Duration.ofHours(7).plusMinutes(59));
    assertThat(browser.get("/search").statusCode()).isEqualTo(200);
    house.clock.advance(Duration.ofMinutes(2));
    assertThat(Browser.location(browser.get("/search"))).isEqualTo("/sign-in?ended");
  }

  @Test
  void signingOutEndsTheSessionOnTheServer() {
    Browser browser = house.signedIn(Role.HEADTEACHER);
    String session = browser.session();
    browser.post("/sign-out");
    Browser thief = house.browser();
    thief.setSession(session);
    assertThat(thief.get("/search").statusCode()).isEqualTo(302);
  }

  @Test
  void disablingOrChangingAnAccountEndsItsSessionsAtTheNextStep() {
    Person head = house.person(Role.HEADTEACHER);
    Browser first = house.signedIn(Role.HEADTEACHER);
    house.clock.advance(Duration.ofSeconds(1));
    house.people.setDisabled(head.id(), true);
    assertThat(Browser.location(first.get("/search"))).startsWith("/sign-in");
    assertThat(Browser.location(house.browser().signIn(head.email(), WebHouse.PASSWORD)))
        .contains("refused");
    house.people.setDisabled(head.id(), false);
    Browser second = house.signedIn(Role.HEADTEACHER);
    house.clock.advance(Duration.ofSeconds(1));
    house.people.setRole(head.id(), Role.VIEWER, List.of("thistlewick"));
    assertThat(Browser.location(second.get("/audit"))).startsWith("/sign-in");
  }

  @Test
  void aPersonSeesAndEndsTheirOwnSessions() {
    Browser one = house.signedIn(Role.HEADTEACHER);
    Browser other = house.signedIn(Role.HEADTEACHER);
    Browser somebody = house.signedIn(Role.VIEWER);
    assertThat(one.get("/account").body()).contains("(this one)");
    one.post("/account/sessions");
    assertThat(other.get("/search").statusCode()).isEqualTo(302);
    assertThat(one.get("/search").statusCode()).isEqualTo(200);
    assertThat(somebody.get("/search").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutTokenOrFromAnotherSiteIsRefused() {
    house.hear(
        "forum",
        "thistlewick",
        WebHouse.Heard.of("p", "Thistlewick", earshot.judge.Severity.LOW),
        house.clock.instant());
    Browser browser = house.signedIn(Role.HEADTEACHER);
    String[] form = {"school", "thistlewick", "from", "new", "state", "done"};
    assertThat(browser.postBare("/mentions/1/state", form).statusCode()).isEqualTo(403);
    for (String site : List.of("cross-site", "same-site", "none")) {
      browser.with("Sec-Fetch-Site", site);
      assertThat(browser.post("/mentions/1/state", form).statusCode()).as(site).isEqualTo(403);
    }
    browser.with("HX-Request", "true");
    assertThat(browser.post("/mentions/1/state", form).statusCode()).isEqualTo(403);
    browser.with("Sec-Fetch-Site", "same-origin");
    assertThat(browser.postBare("/mentions/1/state", form).statusCode()).isEqualTo(403);
    assertThat(browser.post("/mentions/1/state", form).statusCode()).isEqualTo(302);
    assertThat(browser.get("/mentions/1").body()).contains("aria-pressed=\"true\">Done");
  }

  @Test
  void ofTwoWhoChangeAStateTheSecondIsTold() {
    house.hear(
        "forum",
        "thistlewick",
        WebHouse.Heard.of("p", "Thistlewick", earshot.judge.Severity.LOW),
        house.clock.instant());
    Browser head = house.signedIn(Role.HEADTEACHER);
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    head.post("/mentions/1/state", "school", "thistlewick", "from", "new", "state", "done");
    HttpResponse<String> late =
        office.post("/mentions/1/state", "school", "thistlewick", "from", "new", "state", "seen");
    assertThat(Browser.location(late)).contains("meanwhile");
    assertThat(office.get(Browser.location(late)).body())
        .contains("Somebody else changed")
        .contains("aria-pressed=\"true\">Done");
  }

  @Test
  void everyAnswerCarriesTheHeaders() {
    Browser browser = house.signedIn(Role.HEADTEACHER);
    for (String path :
        List.of(
            "/search",
            "/nothing",
            "/mentions/99",
            "/static/earshot.css",
            "/static/none.css",
            "/api/search",
            "/mentions/abc",
            "/people",
            "/actuator/health")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains(
              "default-src 'none'",
              "object-src 'none'",
              "base-uri 'none'",
              "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(path)
          .contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
      assertThat(answer.headers().firstValue("Cache-Control"))
          .as(path)
          .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
      assertThat(answer.body()).as(path).doesNotContain("Exception").doesNotContain("org.spring");
    }
    assertThat(browser.get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aMalformedRequestIsAnsweredPlainlyWithTheHeaders() throws IOException {
    String answer = raw("GET /a|b\"<script> HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer)
        .contains(" 400 ")
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("nosniff")
        .doesNotContain("script>")
        .doesNotContain("Tomcat");
    assertThat(raw("GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains(" 400 ")
        .contains("Content-Security-Policy");
  }

  @Test
  void aNameThatIsNotOursIsRefused() throws IOException {
    String answer = raw("GET /sign-in HTTP/1.1\r\nHost: rebound.example\r\n\r\n");
    assertThat(answer).contains(" 421 ").contains("Content-Security-Policy");
  }

  @Test
  void noRedirectLeavesTheOrigin() throws IOException {
    List<String> tricks =
        List.of(
            "//evil.example",
            "////evil.example",
            "//@evil.example",
            "/\\evil.example",
            "/%2f%2fevil.example",
            "/%5cevil.example",
            "javascript:alert(1)",
            "https:evil.example",
            "/search?next=//evil.example",
            "/sign-in?next=https://evil.example",
            "/sign-in?continue=//evil.example",
            "/search//evil.example/..",
            "/.//evil.example",
            "/;@evil.example",
            "/search;//evil.example",
            "/%09/evil.example",
            "/%0d%0aLocation:%20x",
            "http://evil.example/",
            "/x@evil.example",
            "/?url=//evil.example");
    for (String trick : tricks) {
      String answer = raw("GET " + trick + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      answer
          .lines()
          .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
          .forEach(
              line ->
                  assertThat(line.substring(9).strip())
                      .as(trick)
                      .startsWith("/")
                      .doesNotStartWith("//")
                      .doesNotStartWith("/\\"));
    }
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", house.server.port())) {
      socket.setSoTimeout(5_000);
      String closing = request.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
      socket.getOutputStream().write(closing.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theCookieIsBoundToItsHost(@TempDir Path folder) throws Exception {
    assertThat(cookie(house)).startsWith("earshot=").contains("HttpOnly", "SameSite=Lax");
    try (WebHouse https = new WebHouse(folder, null, "https://localhost")) {
      assertThat(cookie(https))
          .startsWith("__Host-earshot=")
          .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
          .doesNotContain("Domain");
      assertThat(https.browser().get("/sign-in").headers().firstValue("Strict-Transport-Security"))
          .isPresent();
    }
  }

  private static String cookie(WebHouse house) {
    house.person(Role.VIEWER);
    return house.browser().get("/sign-in").headers().firstValue("Set-Cookie").orElse("");
  }

  @Test
  void healthIsForLoopbackAndThoseSignedIn() {
    assertThat(house.browser().get("/actuator/health").body()).contains("UP");
    Browser proxied = house.browser().with("X-Forwarded-For", "203.0.113.9");
    assertThat(proxied.get("/actuator/health").statusCode()).isEqualTo(302);
    house.troubles.add("Mail is not leaving.");
    house.clock.advance(Duration.ofSeconds(10));
    assertThat(house.browser().get("/actuator/health").body()).contains("DOWN");
    assertThat(house.signedIn(Role.VIEWER).get("/search").body()).contains("Mail is not leaving.");
    assertThat(house.browser().get("/actuator").statusCode()).isNotEqualTo(200);
    assertThat(house.browser().get("/actuator/env").statusCode()).isNotEqualTo(200);
  }

  @Test
  void tryingFortyAtOnceGoesNoFurtherThanOneAfterTheOther() throws Exception {
    Person head = house.person(Role.HEADTEACHER);
    house.people.setPassword(head.id(), new earshot.web.door.Passwords().encode("not to be told"));
    List<Callable<String>> tries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Browser browser = house.browser();
      browser.get("/sign-in");
      String guess = "guess " + i;
      tries.add(
          () ->
              Browser.location(browser.post("/sign-in", "email", head.email(), "password", guess)));
    }
    List<String> answers = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(40)) {
      for (Future<String> answer : people.invokeAll(tries)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(answer -> answer.contains("refused")).hasSize(5);
    assertThat(answers).filteredOn(answer -> answer.contains("wait=")).hasSize(35);
  }

  @Test
  void whatStopsNothingIsToldOnThePagesAlone() {
    house.remarks.add("One mail could not be delivered.");
    assertThat(house.browser().get("/actuator/health").body()).contains("UP");
    Browser viewer = house.signedIn(Role.VIEWER);
    assertThat(viewer.get("/search").body()).contains("One mail could not be delivered.");
    assertThat(viewer.get("/health").body()).contains("One mail could not be delivered.");
  }
}
