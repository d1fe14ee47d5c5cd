package earshot.cli;

import earshot.config.Problems;
import earshot.listen.Configuration;
import earshot.school.School;
import earshot.school.roster.Roster;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code earshot roster}: who is on the roll, kept as keyed hashes; no name is stored or printed.
 */
@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Keeps the pupil roster as keyed hashes; no name is stored.",
    footer = {"", "Example: earshot roster import pupils.csv --school thistlewick"})
final class RosterCommand implements Runnable {
  private static final String KEY = "secrets/roster.key";

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Option(
      names = "--school",
      scope = ScopeType.INHERIT,
      description = "The school's id; may be left out where there is one school only.")
  private @Nullable String school;

  @Spec private @Nullable CommandSpec spec;

  /** Where a data folder and a configuration keep the rosters and their key. */
  static Roster.Place place(Path config, Path data) {
    return new Roster.Place(data.resolve("roster"), config.resolve(KEY));
  }

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Replaces a school's roster by a table (CSV of SIMS, Arbor, Bromcom or your own).")
  int importTable(@Parameters(paramLabel = "FILE.csv") Path table) throws IOException {
    Configuration configuration = configuration();
    School meant = school(configuration);
    int pupils = Roster.importTable(place(configuration), meant.id(), table, new Problems());
    say(
        pupils
            + " pupils of "
            + meant.name()
            + " are on the roll. No name was stored; delete the file now.");
    return 0;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes one leaver off the roll.")
  int remove(
      @Parameters(paramLabel = "FORENAME") String forename,
      @Parameters(paramLabel = "SURNAME") String surname)
      throws IOException {
    Configuration configuration = configuration();
    boolean known =
        Roster.remove(place(configuration), school(configuration).id(), forename, surname);
    say(known ? "Removed." : "Nobody of that name is on the roll.");
    return known ? 0 : Main.NO;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Makes a new key. All rosters must be imported anew afterwards.")
  int rotate() throws IOException {
    Roster.rotate(place(configuration()));
    say(
        "There is a new key, and the rosters made with the old one are gone. Import each school's roster anew.");
    return 0;
  }

  private Configuration configuration() {
    return Configured.of(config).configuration();
  }

  private Roster.Place place(Configuration configuration) {
    return place(config, configuration.settings().data());
  }

  private School school(Configuration configuration) {
    return school(configuration, school);
  }

  /**
   * The school that is meant.
   *
   * @param id null where none was named: then there must be one only
   */
  static School school(Configuration configuration, @Nullable String id) {
    List<School> schools = configuration.schools().schools();
    if (id == null && schools.size() == 1) {
      return schools.getFirst();
    }
    String known = String.join(", ", schools.stream().map(School::id).toList());
    return configuration
        .schools()
        .byId(id == null ? "" : id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Say which school with --school. There are: " + known + "."));
  }

  private void say(String sentence) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(sentence);
    out.flush();
  }
}
