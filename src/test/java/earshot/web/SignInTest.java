package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.Role;
import earshot.web.WebHouse.Heard;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private WebHouse house;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void aHeadteacherSignsInAndSearches() {
    house.hear(
        "gazette",
        "thistlewick",
        Heard.of("a1", "Thistlewick gate was shut", Severity.LOW, Label.COMPLAINT),
        Instant.parse("2026-03-03T14:05:00Z"));
    Browser browser = house.signedIn(Role.HEADTEACHER);
    var page = browser.get("/search?q=gate");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("3 March 2026, 14:05").contains("<mark>gate</mark>");
  }
}
