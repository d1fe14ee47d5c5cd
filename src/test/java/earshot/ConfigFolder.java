package earshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of configuration for one fictional school, to be changed file by file. */
public record ConfigFolder(Path folder) {
  public static final String SETTINGS =
      """
      data: ../data
      contact:
        url: https://vale.example/earshot
        mail: office@vale.example
      """;

  /** Makes the folder and fills it with what {@code earshot check} finds nothing wrong with. */
  public static ConfigFolder at(Path folder) {
    ConfigFolder config = new ConfigFolder(folder);
    config.write("earshot.yaml", SETTINGS);
    config.write("schools/vale.yaml", "name: Kestrel Vale Academy\n");
    config.write(
        "sources/web.yaml", "sources:\n  - id: talk\n    url: https://talk.example/feed\n");
    config.write("keywords/names.txt", "list: names\n\nvale\n");
    return config;
  }

  /** Feeds, read for the school. */
  public ConfigFolder feeds(List<String> urls, String every) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < urls.size(); i++) {
      yaml.append(
          "  - id: feed-%03d%n    url: %s%n    every: %s%n".formatted(i, urls.get(i), every));
    }
    return write("sources/web.yaml", yaml.toString());
  }

  public ConfigFolder write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
