package earshot.judge.second;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Label;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the second reader says of a masked text: the labels it sees, each with the words it saw.
 *
 * @param evidence for each label words that stand in the text it was given
 */
record Opinion(Map<Label, String> evidence) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORTEST = 3;

  Opinion {
    evidence = Map.copyOf(evidence);
  }

  /**
   * Reads an answer of the form {@code {"labels":[{"label","evidence"}]}}. Null when it is not of
   * that form; a label that is unknown, or whose words are not in the text, is discarded.
   */
  static @Nullable Opinion of(String answer, String text) {
    try {
      JsonNode labels = JSON.readTree(answer).path("labels");
      if (!labels.isArray()) {
        return null;
      }
      Map<Label, String> evidence = new EnumMap<>(Label.class);
      for (JsonNode said : labels) {
        String words = said.path("evidence").asText("").strip();
        if (words.length() >= SHORTEST && text.contains(words)) {
          known(said.path("label").asText(), words, evidence);
        }
      }
      return new Opinion(evidence);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void known(String word, String words, Map<Label, String> evidence) {
    for (Label label : Label.values()) {
      if (label.word().equals(word)) {
        evidence.putIfAbsent(label, words);
      }
    }
  }
}
