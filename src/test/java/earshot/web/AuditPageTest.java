package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.web.people.Audit;
import earshot.web.people.People.NewPerson;
import earshot.web.people.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPageTest {
  private WebHouse house;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    Person lead = add("lead", Role.SAFEGUARDING_LEAD, "kestrel");
    Person everywhere = add("everywhere", Role.HEADTEACHER, "*");
    house.audit.add(
        lead, "unmask", Audit.about("mention 7", List.of("kestrel")), "Mother of Lily rang");
    house.audit.add(
        lead, "unmask", Audit.about("mention 8", List.of("thistlewick")), "The police asked");
    house.audit.add(
        lead,
        "add-person",
        Audit.about(everywhere.asWritten(), everywhere.schools()),
        "headteacher");
    house.audit.add(lead, "set-password", "lead@people.example", "before schools were noted");
  }

  private Person add(String name, Role role, String school) {
    return house.people.add(new NewPerson(name, name + "@people.example", role, List.of(school)));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void aSchoolReadsWhatConcernsIt() {
    assertThat(house.signedIn(Role.HEADTEACHER, "thistlewick").get("/audit").body())
        .contains("mention 8 for thistlewick", "The police asked")
        .contains("everywhere@people.example&gt; for all schools")
        .doesNotContain("kestrel", "Lily", "before schools were noted");
  }

  @Test
  void whyTheMaskWasLiftedIsForThoseWhoMayLiftIt() {
    assertThat(house.signedIn(Role.ADMINISTRATOR).get("/audit").body())
        .contains("mention 7 for kestrel", "mention 8 for thistlewick", "before schools were noted")
        .contains("Shown to the Headteacher and the safeguarding lead.")
        .doesNotContain("Lily", "The police asked");
    assertThat(house.signedIn(Role.SAFEGUARDING_LEAD).get("/audit").body())
        .contains("Mother of Lily rang", "The police asked");
  }
}
