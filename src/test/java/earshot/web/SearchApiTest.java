package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.school.Role;
import earshot.web.people.Person;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchApiTest {
  private WebHouse house;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    Examples.hear(house);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Browser program(String token) {
    return house.browser().with("Authorization", "Bearer " + token);
  }

  @Test
  void aTokenSearchesAsItsOwner() throws Exception {
    String token = house.tokens.make(house.person(Role.COMMUNICATIONS), "board");
    HttpResponse<String> answer = program(token).get("/api/search?q=uniform&size=5");
    JsonNode body = new ObjectMapper().readTree(answer.body());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(body.get("total").asInt()).isEqualTo(1);
    JsonNode line = body.get("results").get(0);
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "score",
            "published",
            "source",
            "school",
            "labels",
            "targets",
            "severity",
            "state",
            "excerpt");
    assertThat(line.get("labels").toString()).isEqualTo("[\"needs-reply\",\"complaint\"]");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void withoutATokenThatWorksThereIsNothing() {
    Person office = house.person(Role.COMMUNICATIONS);
    String token = house.tokens.make(office, "board");
    assertThat(program(token).get("/api/search").statusCode()).isEqualTo(200);
    assertThat(house.browser().get("/api/search").statusCode()).isEqualTo(401);
    assertThat(program("made-up").get("/api/search").body()).contains("\"error\":");
    house.tokens.revoke(office, house.tokens.of(office).getFirst().id());
    assertThat(program(token).get("/api/search").statusCode()).isEqualTo(401);
    String second = house.tokens.make(office, "board");
    house.people.setDisabled(office.id(), true);
    assertThat(program(second).get("/api/search").statusCode()).isEqualTo(401);
    String governor = house.tokens.make(house.person(Role.GOVERNOR), "board");
    assertThat(program(governor).get("/api/search").statusCode()).isEqualTo(403);
  }

  @Test
  void aQueryThatIsNotUnderstoodSaysWhere() throws Exception {
    String token = house.tokens.make(house.person(Role.VIEWER), "board");
    HttpResponse<String> answer = program(token).get("/api/search?q=head+OR");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = new ObjectMapper().readTree(answer.body());
    assertThat(body.get("position").asInt()).isEqualTo(7);
    assertThat(program(token).get("/api/search?size=x").body()).contains("\"error\":");
    assertThat(program(token).get("/api/nothing").statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenEndsWithThePasswordAndWhenItsOwnerIsShutOut() {
    Person office = house.person(Role.COMMUNICATIONS);
    String first = house.tokens.make(office, "board");
    house.clock.advance(Duration.ofSeconds(1));
    house.people.setPassword(office.id(), WebHouse.HASH);
    assertThat(program(first).get("/api/search").statusCode()).isEqualTo(401);
    assertThat(house.tokens.of(office)).isEmpty();
    String second = house.tokens.make(office, "board");
    assertThat(program(second).get("/api/search").statusCode()).isEqualTo(200);
    house.clock.advance(Duration.ofSeconds(1));
    house.people.setDisabled(office.id(), true);
    house.people.setDisabled(office.id(), false);
    assertThat(program(second).get("/api/search").statusCode()).isEqualTo(401);
  }

  @Test
  void aMonthThatIsNoneIsPassedOver() {
    Browser program = program(house.tokens.make(house.person(Role.COMMUNICATIONS), "board"));
    String all = program.get("/api/search").body();
    for (String month : List.of("x", "2026-13", "2026-3", "%2B999999999-12", "2026-02-01")) {
      HttpResponse<String> answer = program.get("/api/search?month=" + month);
      assertThat(answer.statusCode()).as(month).isEqualTo(200);
      assertThat(answer.body()).as(month).isEqualTo(all);
    }
    assertThat(program.get("/api/search?month=1999-12").body()).contains("\"total\":0");
  }
}
