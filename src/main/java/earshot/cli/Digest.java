package earshot.cli;

import earshot.alert.Digests;
import earshot.alert.letter.Letters;
import earshot.alert.outbox.Mail;
import earshot.listen.Configuration;
import earshot.listen.SourceStandings;
import earshot.mail.Stationery;
import earshot.school.School;
import earshot.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code earshot digest --preview}: the digest as it would be sent now; nothing is changed. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    description = "Shows the daily digest as it would be sent now. Sends and changes nothing.",
    footer = {"", "Example: earshot digest --preview --school thistlewick --html digest.html"})
final class Digest implements Callable<Integer> {
  @Option(names = "--preview", required = true, description = "Show it; digests are sent by 'run'.")
  private boolean preview;

  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Option(names = "--school", description = "One school's id; default: every school.")
  private @Nullable String only;

  @Option(names = "--html", description = "Writes the mail's HTML to this file, too.")
  private @Nullable Path html;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Configured configured = Configured.of(config);
    List<School> schools = schools(configured.configuration());
    try (Database database = configured.database("to tell")) {
      for (School school : schools) {
        show(database, configured.configuration(), school);
      }
    }
    return 0;
  }

  private List<School> schools(Configuration configuration) {
    List<School> all = configuration.schools().schools();
    List<School> chosen =
        all.stream().filter(school -> only == null || school.id().equals(only)).toList();
    if (chosen.isEmpty()) {
      throw misused(
          "There is no school '"
              + only
              + "'. The schools are: "
              + String.join(", ", all.stream().map(School::id).toList()));
    }
    if (html != null && chosen.size() > 1) {
      throw misused("One file holds one digest. Say which with --school ID");
    }
    return chosen;
  }

  private ParameterException misused(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private void show(Database database, Configuration configuration, School school)
      throws IOException {
    SourceStandings sources = new SourceStandings(database, () -> configuration);
    Mail.Draft draft =
        new Digests(database, configuration::schools, sources).preview(school, Instant.now());
    Letters letters =
        new Letters(
            new Letters.Parts(
                database, configuration::schools, configuration::policy, sources::name));
    Stationery.Pages pages =
        new Stationery().render(letters.of(draft), configuration.settings().web().url());
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf("To: %s%nSubject: %s%n%n", draft.to().email(), draft.subject());
    out.println(pages.text().strip());
    out.flush();
    if (html != null) {
      Files.writeString(html, pages.html());
    }
  }
}
