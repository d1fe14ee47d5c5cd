package earshot.cli;

import earshot.config.Problem;
import earshot.config.Problems;
import earshot.listen.Configuration;
import earshot.watch.KeywordList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code earshot check}: everything that is wrong in the configuration, at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads all of the configuration and reports every error with its file and line.",
    footer = {"", "Example: earshot check --config config"})
final class Check implements Callable<Integer> {
  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Problems problems = new Problems();
    Configuration read = Configuration.read(config, System.getenv(), problems);
    for (Problem problem : problems.all()) {
      out.println(problem);
    }
    if (problems.isEmpty()) {
      int rules = read.lists().stream().map(KeywordList::rules).mapToInt(List::size).sum();
      out.printf(
          "All is well: %d schools, %d sources, %d lists with %d rules.%n",
          read.schools().schools().size(), read.sources().size(), read.lists().size(), rules);
    }
    out.flush();
    return problems.isEmpty() ? 0 : Main.NO;
  }
}
