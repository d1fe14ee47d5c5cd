package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.web.people.OneTimeLink;
import earshot.web.people.People.NewPerson;
import earshot.web.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTimeLinksTest {
  private static final String GOOD = "seven quiet bicycles";
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
  void theFirstLinkMakesOneAdministratorAndNoMore() {
    OneTimeLink link = house.links.firstAdministrator().orElseThrow();
    Browser browser = house.browser();
    assertThat(browser.get(link.path()).body()).contains("Make the first account");
    String[] form = {"name", "A. Admin", "email", "it@thistlewick.example", "password", GOOD};
    assertThat(Browser.location(browser.post(link.path(), form))).isEqualTo("/sign-in?ready");
    assertThat(house.people.all()).singleElement().matches(p -> p.role() == Role.ADMINISTRATOR);
    assertThat(browser.get(link.path()).body()).contains("no longer works");
    assertThat(browser.post(link.path(), form).body()).contains("no longer works");
    assertThat(house.links.firstAdministrator()).isEmpty();
    assertThat(Browser.location(browser.signIn("it@thistlewick.example", GOOD))).isEqualTo("/");
  }

  @Test
  void aLinkWorksForHalfAnHourAndANewOneVoidsTheOld() {
    Person head = add(Role.HEADTEACHER);
    OneTimeLink old = house.links.password(head);
    OneTimeLink link = house.links.password(head);
    Browser browser = house.browser();
    assertThat(browser.get(old.path()).body()).contains("no longer works");
    assertThat(browser.get(link.path()).body()).contains("Set your password");
    house.clock.advance(Duration.ofMinutes(29));
    assertThat(browser.get(link.path()).body()).contains("Set your password");
    house.clock.advance(Duration.ofMinutes(2));
    assertThat(browser.get(link.path()).body()).contains("no longer works");
    assertThat(browser.post(link.path(), "password", GOOD).body()).contains("no longer works");
  }

  @Test
  void aPasswordLinkWorksOnceAndRefusesWhatIsEasyToGuess() {
    Person head = add(Role.HEADTEACHER);
    OneTimeLink link = house.links.password(head);
    Browser browser = house.browser();
    browser.get(link.path());
    for (String weak : List.of("short", "password1234", "aaaaaaaaaaaa", "headhead1234head")) {
      assertThat(browser.post(link.path(), "password", weak).body())
          .as(weak)
          .contains("role=\"alert\"");
    }
    browser.post(link.path(), "password", GOOD);
    assertThat(browser.post(link.path(), "password", GOOD + "!").body())
        .contains("no longer works");
    assertThat(Browser.location(browser.signIn(head.email(), GOOD))).isEqualTo("/");
  }

  @Test
  void aSignInLinkLetsInOnceWithANewSession() {
    OneTimeLink link = house.links.signIn(house.person(Role.HEADTEACHER));
    Browser early = house.browser().with("Sec-Purpose", "prefetch;prerender");
    assertThat(early.get(link.path()).statusCode()).isEqualTo(503);
    Browser browser = house.browser();
    browser.get("/sign-in");
    String before = browser.session();
    assertThat(Browser.location(browser.get(link.path()))).isEqualTo("/");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("/search").statusCode()).isEqualTo(200);
    assertThat(house.browser().get(link.path()).body()).contains("no longer works");
  }

  @Test
  void fortyAtOnceMayOpenOneLink() throws Exception {
    OneTimeLink link = house.links.password(add(Role.VIEWER));
    Browser browser = house.browser();
    try (ExecutorService people = Executors.newFixedThreadPool(40)) {
      Callable<String> open = () -> browser.get(link.path()).body();
      for (Future<String> page : people.invokeAll(Collections.nCopies(40, open))) {
        assertThat(page.get()).contains("Set your password");
      }
    }
  }

  @Test
  void theStoreHoldsNoSecretInTheClear() {
    OneTimeLink link = house.links.password(add(Role.VIEWER));
    String token = link.path().substring(link.path().lastIndexOf('/') + 1);
    String api = house.tokens.make(house.person(Role.VIEWER), "x");
    List<String> hashes =
        house.database.read(
            jdbc ->
                jdbc.sql("SELECT hash FROM one_time_link UNION SELECT hash FROM api_token")
                    .query(String.class)
                    .list());
    assertThat(token.length()).isGreaterThanOrEqualTo(22);
    assertThat(hashes).hasSize(2).doesNotContain(token, api).allMatch(hash -> hash.length() == 64);
  }

  private Person add(Role role) {
    return house.people.add(
        new NewPerson("New Person", "head@thistlewick.example", role, List.of("*")));
  }

  @Test
  void aLinkIsVoidOnceTheAccountChanged() {
    Person viewer = add(Role.VIEWER);
    OneTimeLink link = house.links.password(viewer);
    house.clock.advance(Duration.ofSeconds(1));
    house.people.setRole(viewer.id(), Role.HEADTEACHER, List.of("*"));
    assertThat(house.browser().get(link.path()).body()).contains("no longer works");
  }
}
