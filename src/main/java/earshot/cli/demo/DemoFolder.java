package earshot.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The demonstration's configuration and data, in a folder of their own that is gone at the end. */
public final class DemoFolder implements AutoCloseable {
  private static final List<String> FILES =
      List.of(
          "earshot.yaml",
          "schools/thistlewick.yaml",
          "sources/web.yaml",
          "keywords/names.txt",
          "keywords/noise.txt");

  private final Path folder;

  /** Writes the configuration, {@code ${name}} in it replaced by what the names stand for. */
  public DemoFolder(Map<String, String> names) throws IOException {
    folder = Files.createTempDirectory("earshot-demo-");
    for (String file : FILES) {
      Path target = config().resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, filled(file, names));
    }
  }

  private static String filled(String file, Map<String, String> names) throws IOException {
    try (InputStream sample =
        Objects.requireNonNull(
            DemoFolder.class.getResourceAsStream("/demo/config/" + file), file)) {
      String text = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> name : names.entrySet()) {
        text = text.replace("${" + name.getKey() + "}", name.getValue());
      }
      return text;
    }
  }

  public Path config() {
    return folder.resolve("config");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // a folder in the system's own place for temporary files may stay
    }
  }
}
