package earshot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.config.Problems;
import earshot.judge.ChildWords;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.RosterJudge;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.judge.correct.LiveCorrections;
import earshot.listen.Configuration;
import earshot.school.School;
import earshot.school.SchoolFiles;
import earshot.school.roster.Rosters;
import earshot.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import picocli.CommandLine.Spec;

/** {@code earshot judge}: what each post of a file is for its school. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = "Says of each post of a JSON lines file whom it is about, what it is, how bad.",
    footer = {"", "Example: earshot judge --schools schools.json --jsonl posts.jsonl"})
final class JudgePosts implements Callable<Integer> {
  @Option(
      names = "--schools",
      description =
          "A JSON array of {\"name\",\"aliases\":[],\"places\":[],\"staff\":[],\"notes\"}.")
  private @Nullable Path schools;

  @Option(names = "--config", description = "The folder that holds schools/; default: config.")
  private Path config = Path.of("config");

  @Option(
      names = "--jsonl",
      required = true,
      description = "JSON lines {\"id\",\"platform\",\"school\",\"author\",\"context\",\"text\"}.")
  private Path file = Path.of("");

  @Option(
      names = "--explain",
      description = "Says in words why, with what decided; a child's words are hidden.")
  private boolean explain;

  @Spec private @Nullable CommandSpec spec;

  /** What posts are judged by. */
  private record By(SchoolsByName schools, Judge judge) {}

  @Override
  public Integer call() throws IOException {
    if (schools != null) {
      return judge(new By(SchoolsByName.of(SchoolsByName.read(schools)), shipped()));
    }
    Problems problems = new Problems();
    Configuration configuration = Configuration.read(config, System.getenv(), problems);
    if (!problems.isEmpty()) {
      return judge(new By(SchoolsByName.of(schoolsAlone()), shipped()));
    }
    SchoolsByName known = SchoolsByName.of(configuration.schools().schools());
    Path data = configuration.settings().data();
    Rosters rosters = new Rosters(RosterCommand.place(config, data));
    Path database = data.resolve(House.DATABASE);
    if (!Files.exists(database)) {
      return judge(new By(known, new RosterJudge(Judges.shipped(), rosters)));
    }
    try (Database store = Database.open(database)) {
      Judge corrected = new LiveCorrections(store, Judges.shipped()).judge();
      return judge(new By(known, new RosterJudge(corrected, rosters)));
    }
  }

  private static Judge shipped() {
    return (post, school) ->
        ChildWords.everywhere(Judges.shipped().judge(post, school), post.text());
  }

  /** The schools of a configuration that has faults elsewhere. */
  private List<School> schoolsAlone() {
    Problems problems = new Problems();
    List<School> known = SchoolFiles.read(config.resolve("schools"), problems).schools();
    problems.orThrow();
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println(
            "The configuration has faults (earshot check says which): posts are judged without what"
                + " the school taught and without its roll.");
    return known;
  }

  private int judge(By by) throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    int bad = JsonLines.answer(file, command.getOut(), command.getErr(), line -> judged(by, line));
    return bad == 0 ? 0 : Main.NO;
  }

  private String judged(By by, JsonNode line) {
    if (!line.path("text").isTextual()) {
      throw new IllegalArgumentException("the line has no \"text\"");
    }
    School school = by.schools().find(line.path("school").asText(""));
    String text = line.path("text").asText();
    Post post =
        new Post(
            line.path("platform").asText(""),
            line.path("author").asText(""),
            line.path("context").asText(""),
            text);
    Judgement judgement = by.judge().judge(post, school);
    return explain
        ? Explanation.of(line.path("id").asText("-"), post, judgement, Judges.explain(post, school))
        : JsonLines.line(answer(line.path("id"), text, judgement));
  }

  private static Map<String, Object> answer(JsonNode id, String text, Judgement judgement) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id.isMissingNode() ? null : id);
    answer.put("relevant", judgement.relevant());
    answer.put("targets", judgement.targets().stream().sorted().map(Target::word).toList());
    answer.put("labels", judgement.labels().stream().sorted().map(Label::word).toList());
    answer.put("scores", scores(judgement));
    answer.put("severity", judgement.severity().word());
    answer.put("evidence", words(text, judgement.evidence()));
    answer.put("pupil", words(text, judgement.pupil()));
    answer.put("because", judgement.because());
    return answer;
  }

  private static Map<String, Double> scores(Judgement judgement) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("relevant", rounded(judgement.relevance()));
    for (Label label : Label.values()) {
      scores.put(label.word(), rounded(judgement.scores().getOrDefault(label, 0.0)));
    }
    return scores;
  }

  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  private static List<String> words(String text, List<Span> spans) {
    return spans.stream().map(span -> text.substring(span.start(), span.end())).toList();
  }
}
