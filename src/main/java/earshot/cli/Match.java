package earshot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.config.Problems;
import earshot.query.Facts;
import earshot.school.School;
import earshot.school.SchoolFiles;
import earshot.school.Schools;
import earshot.watch.KeywordFiles;
import earshot.watch.KeywordList;
import earshot.watch.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot match}: which rules the texts of a file match, and where. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = "Says which rules the texts of a JSON lines file match, and with which words.",
    footer = {
      "",
      "Example: earshot match --rules config/keywords/names.txt --config config posts.jsonl"
    })
final class Match implements Callable<Integer> {
  @Option(
      names = "--rules",
      required = true,
      description = "A keyword list, as in config/keywords.")
  private Path rules = Path.of("");

  @Option(names = "--config", description = "The folder that holds schools/; default: config.")
  private Path config = Path.of("config");

  @Parameters(paramLabel = "FILE", description = "JSON lines {\"id\",\"text\"}.")
  private Path file = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    KeywordList list = KeywordFiles.readFile(rules, problems);
    Schools schools = schools(problems);
    problems.orThrow();
    Watcher watcher = Watcher.of(schools, list == null ? List.of() : List.of(list));
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    int bad =
        JsonLines.answer(file, command.getOut(), command.getErr(), line -> hits(watcher, line));
    return bad == 0 ? 0 : Main.NO;
  }

  /** Without a school to speak for, the rules speak for nobody in particular. */
  private Schools schools(Problems problems) {
    if (!Files.isDirectory(config.resolve("schools"))) {
      School anybody = School.named("*", List.of(), List.of(), List.of(), "");
      return new Schools(List.of(), List.of(anybody));
    }
    return SchoolFiles.read(config.resolve("schools"), problems);
  }

  private static String hits(Watcher watcher, JsonNode line) {
    if (!line.path("text").isTextual()) {
      throw new IllegalArgumentException("the line has no \"text\"");
    }
    List<Map<String, Object>> hits = new ArrayList<>();
    watcher
        .match(line.path("text").asText(), Facts.NONE)
        .forEach(
            hit -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("school", hit.school());
              told.put("list", hit.rule().list());
              told.put("rule", hit.rule().text());
              told.put("start", hit.start());
              told.put("end", hit.end());
              hits.add(told);
            });
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", line.path("id"));
    answer.put("hits", hits);
    return JsonLines.line(answer);
  }
}
