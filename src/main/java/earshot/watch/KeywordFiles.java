package earshot.watch;

import earshot.config.Problems;
import earshot.config.Yaml;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.school.Schools;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/keywords/*.txt}: a header of {@code list:}, {@code kind:} and {@code
 * schools:}, then one rule a line; a line that begins with {@code #} is a comment.
 */
public final class KeywordFiles {
  private static final Pattern HEADER =
      Pattern.compile("(list|kind|schools)\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

  private final Path file;
  private final Problems problems;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<Query> known = new HashSet<>();
  private String name;
  private KeywordList.Kind kind = KeywordList.Kind.LISTEN;
  private List<String> schools = List.of("*");

  private KeywordFiles(Path file, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** Every list of the folder; rules that cannot be understood go to the problems. */
  public static List<KeywordList> read(Path folder, Schools schools, Problems problems) {
    List<KeywordList> lists = new ArrayList<>();
    for (Path file : Yaml.filesIn(folder, problems, ".txt")) {
      KeywordList list = readFile(file, problems);
      if (list != null) {
        checkSchools(file, list, schools, problems);
        lists.add(list);
      }
    }
    if (lists.stream().noneMatch(list -> list.kind() == KeywordList.Kind.LISTEN)) {
      problems.add(
          folder, 0, "there is no list of what to listen for", "Add a file such as names.txt");
    }
    return lists;
  }

  /** One file; null, and a problem, when it cannot be read at all. */
  public static @Nullable KeywordList readFile(Path file, Problems problems) {
    try {
      KeywordFiles reading = new KeywordFiles(file, problems);
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        reading.line(i == 0 ? line.replace("\uFEFF", "") : line, i + 1);
      }
      return new KeywordList(reading.name, reading.kind, reading.schools, reading.rules);
    } catch (MalformedInputException e) {
      problems.add(file, 0, "the file is not text in UTF-8", "Save it again as UTF-8");
    } catch (IOException e) {
      problems.add(
          file, 0, "the file cannot be read", "Check that it is there and who may read it");
    }
    return null;
  }

  private void line(String line, int number) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher header = HEADER.matcher(line);
    if (rules.isEmpty() && header.matches()) {
      header(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip(), number);
    } else {
      rule(line, number);
    }
  }

  private void header(String key, String value, int number) {
    switch (key) {
      case "list" -> name = value.isEmpty() ? name : value;
      case "schools" ->
          schools = Stream.of(value.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
      default -> {
        try {
          kind = KeywordList.Kind.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
          problems.add(
              file,
              number,
              "'kind: " + value + "' is not known",
              "Write 'kind: listen' or 'kind: ignore'");
        }
      }
    }
  }

  private void rule(String line, int number) {
    try {
      Query query = QueryParser.parse(line);
      if (!RuleCheck.hasWord(query)) {
        problems.add(
            file, number, "this rule would match every text", "Add a word that must be there");
      } else if (known.add(query)) {
        rules.add(new Rule(name, number, line, query));
      } else {
        problems.add(file, number, "this rule stands in the list already", "Remove one of the two");
      }
    } catch (QuerySyntaxException e) {
      problems.add(
          file,
          number,
          "character " + (e.position() + 1) + ": " + e.getMessage(),
          "Correct the rule: " + shortened(line));
    }
  }

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }

  private static void checkSchools(
      Path file, KeywordList list, Schools schools, Problems problems) {
    for (String reference : list.schools()) {
      if (!schools.knows(reference)) {
        problems.add(
            file,
            1,
            "there is no school or trust '" + reference + "'",
            "Correct the line 'schools:', or add its file to config/schools");
      }
    }
  }
}
