package earshot.judge.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Span;
import earshot.judge.verdict.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A correction as it stands in the store: words, not names of constants. */
record CorrectionJson(
    Map<String, Correction.Line> lines, Map<String, CorrectionJson.Exact> memory) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was said of an exact wording. */
  record Exact(Answer.Written answer, List<Span> pupil, boolean lifts) {}

  static String written(Correction correction) {
    Map<String, Correction.Line> lines = new TreeMap<>();
    correction
        .lines()
        .forEach(
            (question, line) ->
                lines.put(
                    question.word(),
                    new Correction.Line(line.bias(), new TreeMap<>(line.weights()))));
    Map<String, Exact> memory = new TreeMap<>();
    correction
        .memory()
        .forEach(
            (key, said) ->
                memory.put(key, new Exact(said.answer().written(), said.pupil(), said.lifts())));
    try {
      return JSON.writeValueAsString(new CorrectionJson(lines, memory));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Correction read(String written) {
    try {
      CorrectionJson json = JSON.readValue(written, CorrectionJson.class);
      return new Correction(
          json.lines().entrySet().stream()
              .collect(Collectors.toMap(entry -> Question.of(entry.getKey()), Map.Entry::getValue)),
          json.memory().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry ->
                          new Correction.Remembered(
                              entry.getValue().answer().answer(),
                              entry.getValue().pupil(),
                              entry.getValue().lifts()))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a correction in the store", e);
    }
  }
}
