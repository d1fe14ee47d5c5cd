package earshot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /** Exit code: the answer is no. */
  static final int NO = 1;

  /** Exit code: misused, or it cannot start as things stand. */
  static final int MISUSED = 2;

  private static final Map<String, Class<?>> COMMANDS = commands();

  /** Held, because the JDK forgets loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("help", CommandLine.HelpCommand.class);
    commands.put("check", Check.class);
    commands.put("judge", JudgePosts.class);
    commands.put("feed", Feed.class);
    commands.put("extract", Extract.class);
    commands.put("match", Match.class);
    commands.put("search", Search.class);
    commands.put("digest", Digest.class);
    commands.put("reindex", Reindex.class);
    commands.put("demo", Demo.class);
    commands.put("run", Run.class);
    commands.put("poll", PollCommand.class);
    commands.put("roster", RosterCommand.class);
    commands.put("user", UserCommand.class);
    commands.put("warm-up", WarmUp.class);
    return commands;
  }

  public static void main(String[] arguments) {
    // it recommends a JDK option that makes no difference here
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    // JSON is UTF-8 (RFC 8259 §8.1) whatever the terminal's locale
    return commandLine(arguments.length == 0 ? "" : arguments[0])
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(new PlainErrors())
        .execute(arguments);
  }

  /** With the command that was asked for alone: to read what all of them understand takes long. */
  private static CommandLine commandLine(String asked) {
    CommandLine line = new CommandLine(new Main());
    Class<?> only = asked.equals("help") ? null : COMMANDS.get(asked);
    if (only != null) {
      line.addSubcommand(asked, only);
    } else {
      COMMANDS.forEach(line::addSubcommand);
    }
    return line;
  }
}
