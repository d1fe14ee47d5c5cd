package earshot.cli;

import earshot.index.LuceneIndex;
import earshot.index.MentionIndex;
import earshot.index.StoreSearch;
import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Target;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.school.School;
import earshot.store.Database;
import earshot.store.FolderLock;
import earshot.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot search}: the index from the command line; pupils' words stay hidden. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description =
        "Searches what was found. Words, \"phrases\", OR, NOT, label:disparaging, since:2026-03-01 …",
    footer = {"", "Example: earshot search 'uniform label:complaint since:2026-03-01'"})
final class Search implements Callable<Integer> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Option(
      names = "--json",
      description = "JSON lines; so it is, too, when the output is no terminal.")
  private boolean json;

  @Option(names = "--limit", description = "Results at the most, 1 to 100; default: 50.")
  private int limit = 50;

  @Option(names = "--sort", description = "date (the newest first) or relevance; default: date.")
  private String sort = "date";

  @Parameters(paramLabel = "QUERY", description = "What to search for.")
  private String written = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    try {
      Query query = QueryParser.parse(written);
      return print(search(Configured.of(config), query), out, errors);
    } catch (QuerySyntaxException e) {
      errors.println(e.pointer(written));
      errors.println("Character " + (e.position() + 1) + ": " + e.getMessage() + ".");
      return Main.MISUSED;
    }
  }

  private MentionIndex.Result search(Configured configured, Query query) {
    Set<String> schools =
        configured.configuration().schools().schools().stream()
            .map(School::id)
            .collect(Collectors.toSet());
    MentionIndex.Order order =
        sort.equals("relevance") ? MentionIndex.Order.BEST : MentionIndex.Order.NEWEST;
    int size = Math.clamp(limit, 1, MentionIndex.MOST_SIZE);
    MentionIndex.Request request =
        new MentionIndex.Request(query, schools, Map.of(), order, 0, size, false);
    try (Database database = configured.database("to search");
        Index index = Index.open(configured.data(), database)) {
      return index.index().search(request);
    }
  }

  /** The index itself when nobody else writes it; otherwise the newest findings in the store. */
  private record Index(MentionIndex index, @Nullable FolderLock lock) implements AutoCloseable {
    static Index open(Path data, Database database) {
      try {
        FolderLock lock = FolderLock.of(data);
        LuceneIndex lucene = new LuceneIndex(data.resolve(House.LUCENE), database);
        lucene.follow();
        return new Index(lucene, lock);
      } catch (StoreException e) {
        return new Index(StoreSearch.beside(database), null);
      }
    }

    @Override
    public void close() {
      index.close();
      if (lock != null) {
        lock.close();
      }
    }
  }

  private int print(MentionIndex.Result result, PrintWriter out, PrintWriter errors) {
    boolean lines = json || System.console() == null;
    for (MentionIndex.Found found : result.found()) {
      out.println(lines ? line(found) : readable(found));
    }
    if (!lines) {
      out.printf("%d found.%n", result.total());
    }
    if (result.caution() != null) {
      errors.println(result.caution());
    }
    out.flush();
    errors.flush();
    return result.total() > 0 ? 0 : Main.NO;
  }

  private static String line(MentionIndex.Found found) {
    Finding finding = found.finding();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", finding.mention().id());
    line.put("score", found.score());
    line.put("published", finding.mention().published().toString());
    line.put("source", finding.mention().source());
    line.put("school", finding.school());
    line.put("labels", finding.judgement().labels().stream().sorted().map(Label::word).toList());
    line.put("targets", finding.judgement().targets().stream().sorted().map(Target::word).toList());
    line.put("severity", finding.judgement().severity().word());
    line.put("state", finding.state());
    line.put("excerpt", found.excerpt());
    return JsonLines.line(line);
  }

  private static String readable(MentionIndex.Found found) {
    Finding finding = found.finding();
    String labels =
        finding.judgement().labels().stream()
            .sorted()
            .map(Label::word)
            .collect(Collectors.joining(", "));
    return "%s  %s  %s  %s%n    %s%n"
        .formatted(
            DAY.format(finding.mention().published().atZone(School.LONDON)),
            finding.judgement().severity().word(),
            finding.mention().source(),
            labels,
            found.excerpt().replace('\n', ' '));
  }
}
