package earshot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: the table of its commands. */
@Command(
    name = "earshot",
    description = "Listens for what is said about a school in public, and tells the right person.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CommandLine.HelpCommand.class,
      Check.class,
      JudgePosts.class,
      Feed.class,
      Extract.class,
      Match.class,
      Search.class,
      Digest.class,
      LearnCommand.class,
      Reindex.class,
      Demo.class,
      Run.class,
      PollCommand.class,
      RosterCommand.class,
      UserCommand.class,
      WarmUp.class
    })
public final class Main {
  /** Exit code: the answer is no. */
  static final int NO = 1;

  /** Exit code: misused, or it cannot start as things stand. */
  static final int MISUSED = 2;

  /** Held, because the JDK forgets loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] arguments) {
    // it recommends a JDK option that makes no difference here
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    // JSON is UTF-8 (RFC 8259 §8.1) whatever the terminal's locale
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(new PlainErrors())
        .execute(arguments);
  }
}
