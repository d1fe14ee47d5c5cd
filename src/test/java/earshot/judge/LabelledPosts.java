package earshot.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.school.School;
import earshot.school.SchoolJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the labelled posts and their schools. */
final class LabelledPosts {
  static final Path FOLDER = Path.of("src/training/school-posts");
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledPosts() {}

  /** Every post of the folder, file by file in the order of their names. */
  static List<LabelledPost> read(Path folder) {
    Map<String, School> schools = new HashMap<>();
    files(folder, ".json").forEach(file -> schools(file).forEach(s -> schools.put(s.name(), s)));
    List<LabelledPost> posts = new ArrayList<>();
    files(folder, ".jsonl").forEach(file -> add(file, schools, posts));
    return posts;
  }

  private static Iterable<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      TreeSet<Path> sorted = new TreeSet<>();
      files.filter(file -> file.toString().endsWith(ending)).forEach(sorted::add);
      return sorted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<School> schools(Path file) {
    try {
      List<School> schools = new ArrayList<>();
      for (JsonNode school : JSON.readTree(file.toFile())) {
        schools.add(SchoolJson.read(school));
      }
      return schools;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path file, Map<String, School> schools, List<LabelledPost> posts) {
    String name = file.getFileName().toString().replace(".jsonl", "");
    try (Stream<String> lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).forEach(line -> posts.add(post(line, name, schools)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledPost post(String line, String file, Map<String, School> schools) {
    try {
      JsonNode json = JSON.readTree(line);
      School school = schools.get(json.path("school").asText());
      if (school == null) {
        throw new IllegalArgumentException("no school " + json.path("school").asText());
      }
      return new LabelledPost(
          json.path("id").asText(),
          file,
          school,
          new Post(
              json.path("platform").asText(),
              json.path("author").asText(),
              json.path("context").asText(),
              json.path("text").asText()),
          json.path("relevant").asBoolean(),
          LabelledPost.set(
              Target.class, strings(json.path("targets")).stream().map(Target::of).toList()),
          LabelledPost.set(
              Label.class, strings(json.path("labels")).stream().map(Label::of).toList()),
          Severity.of(json.path("severity").asText()),
          strings(json.path("evidence")),
          strings(json.path("pupil")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
