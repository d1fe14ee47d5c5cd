package earshot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping that knows its file and lines. Each question is asked once; a wrong answer goes to
 * the problems and a harmless value comes back, so that reading goes on to the next. {@link
 * #finish} reports the keys nobody asked for.
 */
public final class YamlMap {
  private final Path file;
  private final int line;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  YamlMap(Path file, MappingNode node, Problems problems) {
    this.file = file;
    this.line = line(node);
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(line(tuple.getKeyNode()), "a key is not a word", "Write it as 'key: value'");
      } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        problem(line(key), "'" + key.getValue() + "' stands here twice", "Remove one of the two");
      } else {
        lines.put(key.getValue(), line(key));
      }
    }
  }

  /** An empty mapping, for a section that is left out. */
  static YamlMap empty(Path file, Problems problems) {
    return new YamlMap(
        file,
        new MappingNode(Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK),
        problems);
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  /** The line on which a key stands; the mapping's own when the key is missing. */
  public int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  public Path file() {
    return file;
  }

  public boolean has(String key) {
    Node node = values.get(key);
    return node != null && !Tag.NULL.equals(node.getTag());
  }

  /** A word or sentence that must be there; "" after a problem. */
  public String text(String key) {
    String text = textOr(key, "");
    if (text.isBlank() && !has(key)) {
      problem(line, "'" + key + "' is missing", "Add a line '" + key + ": …'");
    }
    return text;
  }

  public String textOr(String key, String otherwise) {
    asked.add(key);
    if (!has(key)) {
      return otherwise;
    }
    if (values.get(key) instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problem(lineOf(key), "'" + key + "' must be one word or sentence", "Write '" + key + ": …'");
    return otherwise;
  }

  public @Nullable String textOrNull(String key) {
    String text = textOr(key, "");
    return text.isEmpty() ? null : text;
  }

  /** A list of words; one word alone counts as a list of one. */
  public List<String> texts(String key) {
    asked.add(key);
    if (!has(key)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    Node node = values.get(key);
    List<Node> parts = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node part : parts) {
      if (part instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        problem(line(part), "'" + key + "' holds something that is not a word", "Write '- word'");
      }
    }
    return texts;
  }

  /**
   * A value in some other form; {@code understood} throws IllegalArgumentException with the fact.
   */
  public <T> T value(String key, T otherwise, String example, Function<String, T> understood) {
    String text = textOr(key, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return understood.apply(text);
    } catch (RuntimeException e) {
      problem(
          lineOf(key),
          "'" + key + ": " + text + "' is not understood",
          "Write it like '" + key + ": " + example + "'");
      return otherwise;
    }
  }

  /** A mapping below this one; an empty one when it is left out. */
  public YamlMap map(String key) {
    asked.add(key);
    if (!has(key)) {
      return empty(file, problems);
    }
    if (values.get(key) instanceof MappingNode node) {
      return new YamlMap(file, node, problems);
    }
    problem(
        lineOf(key), "'" + key + "' must hold keys of its own", "Indent them below '" + key + ":'");
    return empty(file, problems);
  }

  /** A list of mappings. */
  public List<YamlMap> maps(String key) {
    asked.add(key);
    List<YamlMap> maps = new ArrayList<>();
    if (has(key)) {
      Node node = values.get(key);
      List<Node> parts = node instanceof SequenceNode list ? list.getValue() : List.of(node);
      for (Node part : parts) {
        if (part instanceof MappingNode mapping) {
          maps.add(new YamlMap(file, mapping, problems));
        } else {
          problem(
              line(part), "'" + key + "' must be a list of keys and values", "Write '- name: …'");
        }
      }
    }
    return maps;
  }

  /** Reports something wrong with a key's value. */
  public void wrong(String key, String fact, String nextStep) {
    problem(lineOf(key), fact, nextStep);
  }

  /** Reports the keys that nobody asked for. */
  public void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problem(lineOf(key), "unknown key '" + key + "'", suggestion(key));
      }
    }
  }

  private String suggestion(String key) {
    String near =
        asked.stream().filter(known -> Distance.between(known, key) <= 2).findFirst().orElse("");
    return near.isEmpty()
        ? "Remove it, or use one of: " + String.join(", ", asked)
        : "Did you mean '" + near + "'?";
  }

  private void problem(int line, String fact, String nextStep) {
    problems.add(file, line, fact, nextStep);
  }
}
