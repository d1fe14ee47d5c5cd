package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.web.people.People.NewPerson;
import earshot.web.people.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator of one school of a trust can do to whose account. */
class PeoplePageTest {
  private WebHouse house;
  private Browser administrator;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    administrator = house.signedIn(Role.ADMINISTRATOR, "thistlewick");
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Person add(String name, Role role, String... schools) {
    Person made =
        house.people.add(new NewPerson(name, name + "@people.example", role, List.of(schools)));
    house.people.setPassword(made.id(), WebHouse.HASH);
    return house.people.byId(made.id()).orElseThrow();
  }

  private Person now(Person person) {
    return house.people.byId(person.id()).orElseThrow();
  }

  @Test
  void onlyHeldSchoolsAreGranted() {
    for (String school : List.of("*", "kestrel", "nowhere")) {
      assertThat(
              administrator
                  .post(
                      "/people",
                      "name",
                      "New",
                      "email",
                      "new@people.example",
                      "role",
                      "VIEWER",
                      "school",
                      school)
                  .body())
          .contains("Tick the schools")
          .doesNotContain("All schools", "Kestrel Vale Academy");
    }
    Person viewer = add("viewer", Role.VIEWER, "thistlewick");
    administrator.post("/people/" + viewer.id() + "/role", "role", "VIEWER", "school", "*");
    assertThat(now(viewer).schools()).containsExactly("thistlewick");
    administrator.post(
        "/people/" + viewer.id() + "/role", "role", "LEADERSHIP", "school", "thistlewick");
    assertThat(now(viewer).role()).isEqualTo(Role.LEADERSHIP);
    assertThat(house.people.byEmail("new@people.example")).isEmpty();
  }

  @Test
  void whoSeesMoreThanTheAdministratorIsNotThere() {
    for (Person person :
        List.of(
            add("kestrel-head", Role.HEADTEACHER, "kestrel"),
            add("trust-lead", Role.LEADERSHIP, "thistlewick", "kestrel"),
            add("first-admin", Role.ADMINISTRATOR, "*"),
            add("closed-school", Role.VIEWER, "closed"))) {
      assertThat(administrator.get("/people").body()).doesNotContain(person.email());
      String account = "/people/" + person.id();
      assertThat(administrator.post(account + "/link").statusCode()).isEqualTo(404);
      assertThat(administrator.post(account + "/disabled", "disabled", "true").statusCode())
          .isEqualTo(404);
      assertThat(
              administrator
                  .post(account + "/role", "role", "VIEWER", "school", "thistlewick")
                  .statusCode())
          .isEqualTo(404);
      assertThat(now(person)).isEqualTo(person);
    }
    assertThat(house.audit.newestFirst()).isEmpty();
  }

  @Test
  void noLinkTakesOverAnAccountThatMayLookBehindTheMask() {
    Person head = add("head", Role.HEADTEACHER, "thistlewick");
    String account = "/people/" + head.id();
    assertThat(administrator.post(account + "/link").body())
        .contains("earshot user reset-link head@people.example")
        .doesNotContain("/welcome/");
    assertThat(
            administrator.post(account + "/role", "role", "VIEWER", "school", "thistlewick").body())
        .contains("earshot user role head@people.example");
    assertThat(now(head).role()).isEqualTo(Role.HEADTEACHER);
    Person fresh =
        house.people.add(
            new NewPerson(
                "Fresh", "fresh@people.example", Role.SAFEGUARDING_LEAD, List.of("thistlewick")));
    assertThat(administrator.post("/people/" + fresh.id() + "/link").body()).contains("/welcome/");
  }
}
