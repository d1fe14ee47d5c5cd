package earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Something that somebody says on the fictional web.
 *
 * @param number its place in the script, from 0
 * @param where {@code gazette}, {@code forum}, {@code reviews} or {@code blog}
 * @param after how long after the start it appears
 * @param title of an article, or the forum's thread
 * @param stars of a review
 */
record DemoPost(
    int number, String where, Duration after, String author, String title, String text, int stars) {

  static List<DemoPost> script() {
    ObjectMapper json = new ObjectMapper();
    InputStream script =
        Objects.requireNonNull(DemoPost.class.getResourceAsStream("/demo/posts.jsonl"));
    List<DemoPost> posts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode post = json.readTree(line);
        posts.add(
            new DemoPost(
                posts.size(),
                post.path("where").asText(),
                Duration.ofSeconds(post.path("after").asInt()),
                post.path("author").asText(),
                post.path("title").asText(post.path("thread").asText()),
                post.path("text").asText(),
                post.path("stars").asInt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(posts);
  }
}
