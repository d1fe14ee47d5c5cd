package earshot.judge.correct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.Severity;
import earshot.judge.verdict.Answer;
import earshot.school.School;
import earshot.school.SchoolJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Posts with the right answers that ship with the program: what no correction may spoil. */
public final class ShippedExamples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShippedExamples() {}

  /** All of them, judged as if the judge had never met them. */
  public static List<Example> judged(Judge judge, Thresholds thresholds) {
    Map<String, School> schools = new HashMap<>();
    List<Example> examples = new ArrayList<>();
    try (InputStream in =
            ShippedExamples.class.getResourceAsStream("/earshot/judge/shipped-examples.jsonl");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode json = JSON.readTree(line);
        if (json.has("text")) {
          School school = Objects.requireNonNull(schools.get(json.path("school").asText()));
          examples.add(example(json, post -> thresholds.lessSure(judge.judge(post, school))));
        } else {
          schools.put(json.path("name").asText(), SchoolJson.read(json));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  private static Example example(JsonNode json, Function<Post, Judgement> judge) {
    Post post =
        new Post(
            json.path("platform").asText(),
            json.path("author").asText(),
            json.path("context").asText(),
            json.path("text").asText());
    Set<Label> labels =
        strings(json.path("labels")).stream().map(Label::of).collect(Collectors.toSet());
    Severity severity = Severity.of(json.path("severity").asText());
    Answer answer =
        new Answer(
            json.path("relevant").asBoolean(),
            labels,
            Set.of(),
            severity.atLeast(Severity.HIGH),
            severity == Severity.CRITICAL);
    Judgement judged = judge.apply(post);
    return new Example(post, judged, answer, Wording.open(post, judged.pupil()));
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
