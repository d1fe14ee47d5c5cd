package earshot.cli;

import earshot.listen.Listener.Heard;
import earshot.source.Poll;
import earshot.source.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code earshot poll}: reads sources now, once, and says what each brought. */
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    description = "Reads one source, or all of them, once; keeps and judges what it finds.",
    footer = {"", "Example: earshot poll harrowmere-gazette --once"})
final class PollCommand implements Callable<Integer> {
  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Option(
      names = "--once",
      description = "Once and no more, which is the default; earshot run goes on.")
  private boolean once;

  @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "A source's id; default: all.")
  private @Nullable String id;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (House house = new House(House.Ground.of(config))) {
      List<Source> sources = house.configuration().current().sources();
      List<Source> wanted =
          sources.stream().filter(source -> id == null || source.id().equals(id)).toList();
      if (wanted.isEmpty()) {
        String known = sources.stream().map(Source::id).collect(Collectors.joining(", "));
        spec.commandLine()
            .getErr()
            .println("There is no source '" + id + "'. There are: " + known + ".");
        return Main.MISUSED;
      }
      boolean allRead = true;
      for (Source source : wanted) {
        Heard heard = house.listener().listen(source);
        allRead &= heard.poll() instanceof Poll.Fetched || heard.poll() instanceof Poll.Unchanged;
        out.println(source.id() + ": " + sentence(heard));
        out.flush();
      }
      return allRead ? 0 : Main.NO;
    }
  }

  private static String sentence(Heard heard) {
    return switch (heard.poll()) {
      case Poll.Fetched fetched ->
          "%d new, %d kept, %d changed.".formatted(heard.items(), heard.found(), heard.edited())
              + fetched.notes().stream().map(note -> "\n  " + note).collect(Collectors.joining());
      case Poll.Unchanged unchanged -> "nothing new.";
      case Poll.Unavailable unavailable -> "could not be read. " + unavailable.why();
      case Poll.Refused refused -> "cannot be read. " + refused.why();
    };
  }
}
