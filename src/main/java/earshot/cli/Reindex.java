package earshot.cli;

import earshot.index.LuceneIndex;
import earshot.store.Database;
import earshot.store.FolderLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code earshot reindex}: builds the search index anew from the database. */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = "Builds the search index anew from the database. Stop Earshot first.",
    footer = {"", "Example: earshot reindex --config config"})
final class Reindex implements Callable<Integer> {
  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Configured configured = Configured.of(config);
    Path data = configured.data();
    try (FolderLock lock = FolderLock.of(data);
        Database database = configured.database();
        LuceneIndex index = new LuceneIndex(data.resolve(House.LUCENE), database)) {
      index.rebuild();
      int findings = index.follow();
      out.printf("Built anew with %,d findings.%n", findings);
      out.flush();
      return lock == null ? Main.NO : 0;
    }
  }
}
