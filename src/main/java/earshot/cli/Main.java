package earshot.cli;

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
      Match.class,
      Search.class,
      Reindex.class,
      WarmUp.class
    })
public final class Main {
  /** Exit code: the answer is no. */
  static final int NO = 1;

  /** Exit code: misused, or it cannot start as things stand. */
  static final int MISUSED = 2;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new PlainErrors())
        .execute(arguments);
  }
}
