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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads and writes one JSON object a line; a bad line is named and does not stop the others. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many lines are read ahead of those that are answered, for each processor. */
  private static final int AHEAD = 8;

  private JsonLines() {}

  /** What a line is answered by, or what is wrong with it. */
  private record Answer(String line, boolean good) {}

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
          errors.println(file + ":" + number + ": " + fact(e));
        }
      }
    }
    errors.flush();
    return bad;
  }

  /**
   * Answers each line with a line, several at once, in the order of the file. Returns how many
   * could not be used, as {@link #read}.
   */
  static int answer(Path file, PrintWriter out, PrintWriter errors, Function<JsonNode, String> each)
      throws IOException {
    int bad = 0;
    int number = 0;
    int processors = Runtime.getRuntime().availableProcessors();
    Deque<CompletableFuture<Answer>> open = new ArrayDeque<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String place = file + ":" + ++number + ": ";
        if (!line.isBlank()) {
          String text = line;
          open.add(CompletableFuture.supplyAsync(() -> answer(text, place, each), workers));
        }
        if (open.size() > AHEAD * processors) {
          bad += print(open.remove().join(), out, errors);
        }
      }
      for (CompletableFuture<Answer> last : open) {
        bad += print(last.join(), out, errors);
      }
    }
    out.flush();
    errors.flush();
    return bad;
  }

  private static Answer answer(String line, String place, Function<JsonNode, String> each) {
    try {
      return new Answer(each.apply(object(line)), true);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new Answer(place + fact(e), false);
    }
  }

  private static int print(Answer answer, PrintWriter out, PrintWriter errors) {
    (answer.good ? out : errors).println(answer.line);
    return answer.good ? 0 : 1;
  }

  private static JsonNode object(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    if (node == null || !node.isObject()) {
      throw new IllegalArgumentException("this line is not a JSON object");
    }
    return node;
  }

  private static String fact(Exception e) {
    String fact =
        e instanceof JsonProcessingException json
            ? "this line is not JSON (" + json.getOriginalMessage() + ")"
            : String.valueOf(e.getMessage());
    return fact + ". Correct the line; the others were read.";
  }

  static String line(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
