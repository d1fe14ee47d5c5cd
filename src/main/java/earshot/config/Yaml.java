package earshot.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML files as people wrote them: values stay text, every key keeps its line. */
public final class Yaml {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private Yaml() {}

  /** The file's mapping; an empty one, and a problem, when it cannot be read. */
  public static YamlMap read(Path file, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_BYTES);
    options.setAllowRecursiveKeys(false);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node node = new org.yaml.snakeyaml.Yaml(options).compose(reader);
      if (node == null) {
        return YamlMap.empty(file, problems);
      }
      if (node instanceof MappingNode mapping) {
        return new YamlMap(file, mapping, problems);
      }
      problems.add(file, 1, "the file holds no keys", "Write lines like 'name: …'");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      problems.add(
          file,
          mark == null ? 0 : mark.getLine() + 1,
          "this is not valid YAML (" + e.getProblem() + ")",
          "Check the indentation, the colons and the quotes of this line and the one above");
    } catch (MalformedInputException | YAMLException e) {
      problems.add(file, 0, "the file is not text in UTF-8", "Save it again as UTF-8");
    } catch (NoSuchFileException e) {
      problems.add(file, 0, "the file is missing", "Make it; README.md shows a sample");
    } catch (IOException e) {
      problems.add(file, 0, "the file cannot be read", "Check who may read it");
    }
    return YamlMap.empty(file, problems);
  }

  /** The {@code .yaml} and {@code .yml} files of a folder by name; none when there is no folder. */
  public static List<Path> filesIn(Path folder, Problems problems) {
    return filesIn(folder, problems, ".yaml", ".yml");
  }

  /** The files of a folder with one of these endings, by name. */
  public static List<Path> filesIn(Path folder, Problems problems, String... endings) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = new ArrayList<>();
      files
          .filter(file -> endsWith(file, endings) && Files.isRegularFile(file))
          .sorted()
          .forEach(found::add);
      return found;
    } catch (IOException e) {
      problems.add(folder, 0, "the folder cannot be read", "Check who may read it");
      return List.of();
    }
  }

  private static boolean endsWith(Path file, String... endings) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && Stream.of(endings).anyMatch(name::endsWith);
  }
}
