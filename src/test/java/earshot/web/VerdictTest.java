package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.Role;
import earshot.web.WebHouse.Heard;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say of how a post was judged, through the real server. */
class VerdictTest {
  private static final String NAME = "Tilda Wrenfield";
  private WebHouse house;
  private long lunches;
  private long fall;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    Instant when = house.clock.instant().minus(Duration.ofHours(3));
    lunches =
        house
            .hear(
                "forum",
                "thistlewick",
                Heard.of(
                    "lunches",
                    "The Thistlewick lunches are a joke again",
                    Severity.MEDIUM,
                    Label.DISPARAGING),
                when)
            .mention()
            .id();
    fall =
        house
            .hear(
                "forum",
                "thistlewick",
                Heard.of(
                        "fall",
                        NAME + " fell at Thistlewick",
                        Severity.CRITICAL,
                        Label.IDENTIFIES_PUPIL)
                    .naming(NAME),
                when)
            .mention()
            .id();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private static HttpResponse<String> wrong(Browser browser, long mention, String... more) {
    List<String> fields =
        new ArrayList<>(List.of("school", "thistlewick", "version", "1", "ours", "yes"));
    fields.addAll(List.of(more));
    return browser.post("/mentions/" + mention + "/verdict", fields.toArray(String[]::new));
  }

  @Test
  void theOfficeCorrectsAPostAndEverythingShowsIt() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    String page = office.get("/mentions/" + lunches).body();
    assertThat(page).contains("Was this judged right?", "Judged right", "Judged wrong");
    assertThat(office.get("/mentions/" + lunches + "/verdict?school=thistlewick").body())
        .contains("What is right?", "Complaint or concern", "Is it about your school?");
    HttpResponse<String> saved =
        wrong(
            office,
            lunches,
            "last",
            "0",
            "label",
            "COMPLAINT",
            "target",
            "SUPPLIER",
            "note",
            "the caterer");
    assertThat(Browser.location(saved)).contains("said=yes");
    assertThat(office.get("/mentions/" + lunches).body())
        .contains("Judged wrong, and corrected", "Test communications", "the caterer")
        .contains("Somebody at your school judged this: a complaint.")
        .contains("Low");
    house.index.follow();
    assertThat(search(office, "complaint")).contains("lunches");
    assertThat(search(office, "disparaging")).contains("Nothing found");
    assertThat(house.audit.newestFirst().getFirst())
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("verdict");
              assertThat(entry.reason()).isEqualTo("Judged wrong; it is: a complaint");
            });
    assertThat(house.audit.isWhole()).isTrue();
    assertThat(notice("severity")).isEqualTo("low");
  }

  /** On a machine under load a search may be stopped; then it is asked again. */
  private static String search(Browser browser, String label) {
    String page = "";
    for (int i = 0; i < 20 && (page.isEmpty() || page.contains("took too long")); i++) {
      page = browser.get("/search?label=" + label).body();
    }
    return page;
  }

  private String notice(String column) {
    return house.database.read(
        jdbc ->
            jdbc.sql("SELECT " + column + " FROM notice WHERE mention = ?")
                .param(lunches)
                .query(String.class)
                .single());
  }

  @Test
  void whatIsSaidCanBeChangedAndWithdrawn() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    wrong(office, lunches, "last", "0", "label", "COMPLAINT");
    wrong(office, lunches, "last", "1", "label", "PRAISE");
    assertThat(office.get("/mentions/" + lunches).body()).contains("Judged wrong. It is: praise");
    office.post(
        "/mentions/" + lunches + "/verdict/withdraw",
        "school",
        "thistlewick",
        "version",
        "1",
        "last",
        "2");
    String page = office.get("/mentions/" + lunches).body();
    assertThat(page).contains("Was this judged right?", "Withdrawn", "It insults or mocks staff");
    office.post(
        "/mentions/" + lunches + "/verdict/right",
        "school",
        "thistlewick",
        "version",
        "1",
        "last",
        "3");
    assertThat(office.get("/mentions/" + lunches).body()).contains("Test communications");
  }

  @Test
  void ofTwoWhoSpeakAtOnceTheSecondIsTold() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    Browser head = house.signedIn(Role.HEADTEACHER);
    wrong(office, lunches, "last", "0", "label", "COMPLAINT");
    HttpResponse<String> second = wrong(head, lunches, "last", "0", "label", "PRAISE");
    assertThat(Browser.location(second)).contains("said=overtaken");
    assertThat(head.get(Browser.location(second)).body())
        .contains("Nothing was saved: somebody else judged this post")
        .contains("a complaint");
  }

  @Test
  void howBadItWouldBeIsShownBeforeAnythingIsSaved() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    String page = wrong(office, lunches, "last", "0", "label", "ALLEGATION", "step", "look").body();
    assertThat(page).contains("As ticked, it would be", "High", "Nothing is saved yet");
    assertThat(office.get("/mentions/" + lunches).body()).contains("Was this judged right?");
  }

  @Test
  void theMaskIsLiftedOnlyByWhoeverMayAndOnlyWithAReason() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    HttpResponse<String> refused =
        wrong(office, fall, "last", "0", "label", "PRAISE", "note", "it is surely harmless");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Only the Headteacher or the safeguarding lead")
        .doesNotContain("Wrenfield");
    Browser head = house.signedIn(Role.HEADTEACHER);
    HttpResponse<String> unexplained = wrong(head, fall, "last", "0", "label", "PRAISE");
    assertThat(unexplained.body()).contains("Say in the note why").doesNotContain("Wrenfield");
    wrong(head, fall, "last", "0", "label", "PRAISE", "note", "A character in the school play");
    assertThat(house.signedIn(Role.VIEWER).get("/mentions/" + fall).body()).contains("Wrenfield");
  }

  @Test
  void noteAndFormShowNoHiddenWord() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    wrong(
        head,
        fall,
        "last",
        "0",
        "label",
        "IDENTIFIES_PUPIL",
        "label",
        "COMPLAINT",
        "note",
        "Spoke to the mother of " + NAME);
    for (Role role :
        List.of(Role.HEADTEACHER, Role.COMMUNICATIONS, Role.VIEWER, Role.ADMINISTRATOR)) {
      assertThat(house.signedIn(role).get("/mentions/" + fall).body()).doesNotContain("Wrenfield");
    }
    assertThat(head.get("/mentions/" + fall + "/verdict").body()).contains("*T███");
    assertThat(house.audit.newestFirst()).noneMatch(entry -> entry.reason().contains("Wrenfield"));
  }

  @Test
  void viewersAndGovernorsSayNothing() {
    for (Role role : List.of(Role.VIEWER, Role.GOVERNOR, Role.ADMINISTRATOR)) {
      Browser browser = house.signedIn(role);
      browser.get("/account");
      assertThat(wrong(browser, lunches, "last", "0").statusCode()).as(role.word()).isEqualTo(403);
    }
    assertThat(house.signedIn(Role.VIEWER).get("/mentions/" + lunches).body())
        .doesNotContain("Was this judged right?");
  }

  /** Else hidden words could be guessed at, letter by letter, and no trace left. */
  @Test
  void namingAHiddenWordTellsTheOfficeNothing() {
    Browser office = house.signedIn(Role.COMMUNICATIONS);
    String before = masked(office);
    List<String> guesses = List.of("Tilda", "Matilda", "d fell", "e fell", NAME, "T");
    for (int last = 0; last < guesses.size(); last++) {
      HttpResponse<String> answer = naming(office, last, guesses.get(last));
      assertThat(Browser.location(answer)).as(guesses.get(last)).contains("said=yes");
      assertThat(masked(office)).as(guesses.get(last)).isEqualTo(before);
    }
    assertThat(house.audit.newestFirst()).hasSize(guesses.size());
    assertThat(naming(house.signedIn(Role.HEADTEACHER), guesses.size(), "Matilda").body())
        .contains("one of them is not there");
  }

  private HttpResponse<String> naming(Browser browser, int last, String words) {
    String known = String.valueOf(last);
    return wrong(
        browser,
        fall,
        "last",
        known,
        "label",
        "IDENTIFIES_PUPIL",
        "target",
        "PUPIL",
        "words",
        words);
  }

  private String masked(Browser browser) {
    String page = browser.get("/mentions/" + fall + "/verdict").body();
    int post = page.indexOf("sheet post");
    return page.substring(post, page.indexOf("</div>", post));
  }

  @Test
  void whatWasOvertakenIsNotEvenLookedAt() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    for (String words : List.of("Tilda", "Matilda")) {
      assertThat(Browser.location(naming(head, 7, words))).contains("said=overtaken");
    }
  }

  @Test
  void aNoteThatNamesTheChildByForenameIsMasked() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    wrong(head, fall, "last", "0", "label", "IDENTIFIES_PUPIL", "note", "spoke to Tilda's mum");
    assertThat(house.signedIn(Role.COMMUNICATIONS).get("/mentions/" + fall).body())
        .contains("spoke to *T███")
        .doesNotContain("Tilda");
  }
}
