package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.Role;
import earshot.web.WebHouse.Heard;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A pupil's name through every page, for every role: seen only once the mask is lifted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskTest {
  private static final String NAME = "Tilda Wrenfield";
  private static final Instant WHEN = Instant.parse("2026-03-03T14:05:00Z");
  private WebHouse house;
  private long post;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    post = hear("fell and broke her arm at Thistlewick").id();
    hear("fell and broke her arm at Thistlewick, and nobody came");
    house.hear(
        "forum",
        "thistlewick",
        Heard.of("b", NAME + " won the cup at Thistlewick", Severity.MEDIUM, Label.IDENTIFIES_PUPIL)
            .titled("Well done " + NAME, "proud")
            .naming(NAME),
        WHEN);
  }

  private earshot.mention.Mention hear(String text) {
    return house
        .hear(
            house.configuration.current().source("forum").orElseThrow(),
            "thistlewick",
            Heard.of("a", NAME + " " + text, Severity.CRITICAL, Label.IDENTIFIES_PUPIL)
                .titled("About " + NAME, "Tilda Wrenfield's mother")
                .because("broke her arm")
                .naming(NAME),
            WHEN,
            "https://talk.example/tilda-wrenfield-fell")
        .mention();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void noRoleSeesTheNameOnAnyPage() {
    List<String> pages =
        List.of(
            "/search",
            "/search?q=Thistlewick&sort=relevance",
            "/search?q=arm",
            "/search?q=author:proud",
            "/mentions/" + post + "?school=thistlewick",
            "/mentions/2?school=thistlewick",
            "/counts",
            "/told",
            "/audit",
            "/account",
            "/mentions/" + post + "/original");
    for (Role role : Role.values()) {
      Browser browser = house.signedIn(role);
      for (String page : pages) {
        assertThat(browser.get(page).body())
            .as(role + " " + page)
            .doesNotContainIgnoringCase("Wrenfield")
            .doesNotContainIgnoringCase("Tilda");
      }
    }
  }

  @Test
  void aSearchForTheNameConfirmsNothing() {
    for (Role role : List.of(Role.COMMUNICATIONS, Role.ADMINISTRATOR, Role.HEADTEACHER)) {
      Browser browser = house.signedIn(role);
      String sought = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
      String found = browser.get("/search?q=" + sought).body();
      String nobody = browser.get("/search?q=" + sought.replace("Tilda", "Matilda")).body();
      assertThat(found).contains("Nothing found");
      assertThat(nobody).contains("Nothing found");
    }
  }

  @Test
  void theHeadteacherSeesItOnceForAReasonThatIsKept() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    assertThat(head.get("/mentions/" + post).body()).contains("Show what is hidden");
    assertThat(
            head.post("/mentions/" + post + "/unmask", "school", "thistlewick", "reason", "x")
                .body())
        .contains("Say in a few words why")
        .doesNotContain(NAME);
    assertThat(house.audit.newestFirst()).noneMatch(entry -> entry.action().equals("unmask"));
    String page =
        head.post(
                "/mentions/" + post + "/unmask",
                "school",
                "thistlewick",
                "reason",
                "The parent rang about the accident")
            .body();
    assertThat(page).contains(NAME).contains("once").contains("talk.example/tilda-wrenfield-fell");
    assertThat(house.audit.newestFirst().getFirst())
        .satisfies(
            entry -> {
              assertThat(entry.person()).contains("headteacher@thistlewick.example");
              assertThat(entry.subject()).isEqualTo("mention " + post + " for thistlewick");
              assertThat(entry.reason()).contains("rang about the accident");
            });
    assertThat(head.get("/mentions/" + post).body()).doesNotContain(NAME);
    assertThat(house.audit.isWhole()).isTrue();
  }

  @Test
  void anAdministratorSeesNoWordOfIt() {
    Browser administrator = house.signedIn(Role.ADMINISTRATOR);
    String page = administrator.get("/mentions/" + post).body();
    assertThat(page)
        .contains("Its words are not shown to administrators")
        .doesNotContain("broke her arm")
        .doesNotContain("nobody came");
    assertThat(administrator.get("/search?q=arm").body()).contains("Nothing found");
  }

  @Test
  void anEarlierVersionIsMaskedToo() {
    String page = house.signedIn(Role.COMMUNICATIONS).get("/mentions/" + post).body();
    assertThat(page).contains("What changed").contains("nobody came").contains("<ins>");
  }

  @Test
  void aNameInTheTitleOfTheThreadIsHiddenThoughThePostNamesNobody() {
    long reply = reply("r", "head did nothing", "Lily Bassett bullied at Thistlewick Primary");
    for (Role role : List.of(Role.HEADTEACHER, Role.COMMUNICATIONS, Role.ADMINISTRATOR)) {
      Browser browser = house.signedIn(role);
      for (String page : List.of("", "/verdict")) {
        assertThat(browser.get("/mentions/" + reply + page + "?school=thistlewick").body())
            .as(role + page)
            .doesNotContain("Lily")
            .doesNotContain("Bassett");
      }
    }
    Browser head = house.signedIn(Role.HEADTEACHER);
    assertThat(head.get("/mentions/" + reply).body()).contains("Under:", "Show what is hidden");
    assertThat(
            head.post(
                    "/mentions/" + reply + "/unmask",
                    "school",
                    "thistlewick",
                    "reason",
                    "The parent rang about the bullying")
                .body())
        .contains("Lily Bassett");
  }

  @Test
  void aThreadThatNamesNobodyIsShown() {
    long reply = reply("t", "they are dear", "Lunches at Thistlewick");
    assertThat(house.signedIn(Role.VIEWER).get("/mentions/" + reply).body())
        .contains("Lunches at Thistlewick")
        .doesNotContain("Show what is hidden");
  }

  @Test
  void aRuleThatAsksForTheAuthorIsShownOnlyWhereTheAuthorIs() {
    Heard open = Heard.of("o", "Thistlewick lunches", Severity.LOW).titled("", "sarah wren");
    Heard named =
        Heard.of("n", NAME + " fell at Thistlewick", Severity.HIGH, Label.IDENTIFIES_PUPIL)
            .titled("", "sarah wren")
            .naming(NAME);
    Browser browser = house.signedIn(Role.COMMUNICATIONS);
    assertThat(browser.get("/mentions/" + heard(open)).body()).contains("author:&quot;sarah wren");
    assertThat(browser.get("/mentions/" + heard(named)).body())
        .contains("a rule that asks for the author, not shown")
        .doesNotContain("sarah");
  }

  private long reply(String id, String text, String title) {
    Heard reply = Heard.of(id, text, Severity.LOW, Label.COMPLAINT).under(title);
    return house.hear("forum", "thistlewick", reply, WHEN).mention().id();
  }

  private long heard(Heard post) {
    return house
        .hear("forum", "thistlewick", post.matching("author:\"sarah wren\" thistlewick"), WHEN)
        .mention()
        .id();
  }

  @Test
  void theApiMasksAsThePageDoes() {
    for (Role role : List.of(Role.HEADTEACHER, Role.COMMUNICATIONS, Role.ADMINISTRATOR)) {
      String token = house.tokens.make(house.person(role), "test");
      Browser program = house.browser().with("Authorization", "Bearer " + token);
      assertThat(program.get("/api/search?q=Thistlewick").body())
          .contains("\"total\":")
          .doesNotContain("Wrenfield")
          .doesNotContain("Tilda");
    }
  }

  @Test
  void aReasonThatNamesTheChildIsRefused() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    int before = house.audit.newestFirst().size();
    String page =
        head.post(
                "/mentions/" + post + "/unmask",
                "school",
                "thistlewick",
                "reason",
                "The mother of wrenfield rang")
            .body();
    assertThat(page)
        .contains("without a word that is hidden")
        .contains("Do not write a child's name here")
        .doesNotContainIgnoringCase("wrenfield");
    assertThat(house.audit.newestFirst()).hasSize(before);
  }
}
