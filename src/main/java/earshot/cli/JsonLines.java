package earshot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes one JSON object a line; a bad line is named and does not stop the others. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /** What is done with each line. */
  interface Line {
    void take(JsonNode object);
  }

  /** Returns how many lines could not be used; each is told to {@code errors}. */
  static int read(Path file, PrintWriter errors, Line each) throws IOException {
    int bad = 0;
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          each.take(object(line));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          bad++;
          errors.println(
              file + ":" + number + ": " + fact(e) + ". Correct the line; the others were read.");
        }
      }
    }
    errors.flush();
    return bad;
  }

  private static JsonNode object(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    if (node == null || !node.isObject()) {
      throw new IllegalArgumentException("this line is not a JSON object");
    }
    return node;
  }

  private static String fact(Exception e) {
    return e instanceof JsonProcessingException json
        ? "this line is not JSON (" + json.getOriginalMessage() + ")"
        : String.valueOf(e.getMessage());
  }

  static String line(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
