package earshot.judge.second;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.config.Settings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.school.School;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondReaderTest {
  private static final School VALE = School.named("vale", List.of(), List.of(), List.of(), "");
  private static final Post POST =
      new Post("forum", "", "", "Maisie was let down again by the vale");
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Judgement judgement(double complaint) {
    return new Judgement(
        true,
        1,
        Set.of(Target.SCHOOL),
        Set.of(Label.COMPLAINT),
        Map.of(Label.COMPLAINT, complaint),
        Severity.LOW,
        List.of(),
        List.of(new Span(0, 6)),
        List.of("Says what is wrong."));
  }

  private SecondReader reader(double complaint, int perHour) {
    Judge first = (post, school) -> judgement(complaint);
    return new SecondReader(
        first,
        new Settings.SecondReader(
            server.url("/v1").uri(), "small", null, Duration.ofMillis(800), perHour),
        () -> Instant.parse("2026-03-03T12:00:00Z"));
  }

  private void answers(String content) throws IOException {
    ObjectMapper json = new ObjectMapper();
    String body =
        json.writeValueAsString(
            Map.of("choices", List.of(Map.of("message", Map.of("content", content)))));
    server.enqueue(
        new MockResponse(200, okhttp3.Headers.of("Content-Type", "application/json"), body));
  }

  @Test
  void aDoubtfulPostIsShownMaskedAndTheOpinionAddedToTheReasons() throws Exception {
    answers("{\"labels\":[{\"label\":\"complaint\",\"evidence\":\"let down again\"}]}");
    Judgement judged = reader(0.55, 10).judge(POST, VALE);
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getUrl().encodedPath()).isEqualTo("/v1/chat/completions");
    assertThat(asked.getBody().utf8()).contains("*M███ was let down").doesNotContain("Maisie");
    assertThat(judged.because())
        .containsExactly(
            "Says what is wrong.", "The second reader (small) agrees with the first: complaint.");
    assertThat(judged.labels()).containsExactly(Label.COMPLAINT);
  }

  @Test
  void wordsThatAreNotInTheTextCountForNothing() throws Exception {
    answers("{\"labels\":[{\"label\":\"complaint\",\"evidence\":\"utterly useless\"}]}");
    assertThat(reader(0.55, 10).judge(POST, VALE).because().getLast())
        .isEqualTo("The second reader (small) disagrees with the first: not complaint.");
  }

  @Test
  void whoeverAnswersLateOrNonsenseIsNotHeard() throws Exception {
    answers("I think it is a complaint.");
    assertThat(reader(0.55, 10).judge(POST, VALE)).isEqualTo(judgement(0.55));
    server.enqueue(new MockResponse.Builder().code(500).build());
    assertThat(reader(0.55, 10).judge(POST, VALE)).isEqualTo(judgement(0.55));
    assertThat(reader(0.55, 10).judge(POST, VALE)).isEqualTo(judgement(0.55));
  }

  @Test
  void aClearPostAndASpentBudgetAskNobody() {
    assertThat(reader(0.95, 10).judge(POST, VALE)).isEqualTo(judgement(0.95));
    assertThat(reader(0.55, 0).judge(POST, VALE)).isEqualTo(judgement(0.55));
    assertThat(server.getRequestCount()).isZero();
  }
}
