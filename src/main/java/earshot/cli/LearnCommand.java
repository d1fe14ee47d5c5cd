package earshot.cli;

import earshot.alert.Notices;
import earshot.judge.Finding;
import earshot.judge.Judge;
import earshot.judge.Judges;
import earshot.judge.RosterJudge;
import earshot.judge.correct.Correction;
import earshot.judge.correct.Corrections;
import earshot.judge.correct.LiveCorrections;
import earshot.judge.learn.Learning;
import earshot.judge.learn.Proposal;
import earshot.judge.learn.Rejudging;
import earshot.judge.learn.Rejudging.Outlook;
import earshot.judge.learn.StoredLessons;
import earshot.listen.Configuration;
import earshot.school.School;
import earshot.school.roster.Rosters;
import earshot.store.Database;
import earshot.web.people.Audit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code earshot learn}: what people said of the judge's work, taken to heart or taken back. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = {
      "Learns from what people said of posts (judged right, judged wrong).",
      "Without an option it only tells what would change. A correction is applied only when"
          + " nothing important gets worse, and can be undone."
    },
    footer = {"", "Example: earshot learn --school thistlewick --apply"})
final class LearnCommand implements Callable<Integer> {
  static final Duration OPEN_FOR = Duration.ofDays(30);
  private static final String WHO = "command line";

  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Option(
      names = "--school",
      description = "The school's id; may be left out where there is one school only.")
  private @Nullable String school;

  @Option(names = "--json", description = "Prints one line of JSON.")
  private boolean json;

  @ArgGroup private Doing doing = new Doing();

  @Spec private @Nullable CommandSpec spec;

  private final Corrections corrections = new Corrections();
  private final InstantSource clock = InstantSource.system();

  /** One of these, or only look. */
  private static final class Doing {
    @Option(names = "--apply", description = "Applies it, when nothing important gets worse.")
    private boolean apply;

    @Option(names = "--undo", description = "Goes back to the correction before, or to none.")
    private boolean undo;

    @Option(names = "--list", description = "Lists the corrections.")
    private boolean list;
  }

  /** What a command works on. */
  private record Place(
      Configuration configuration, School school, Database database, LiveCorrections live) {
    Judge judge(Correction correction, Path config) {
      return new RosterJudge(
          live.with(correction),
          new Rosters(RosterCommand.place(config, configuration.settings().data())));
    }
  }

  @Override
  public Integer call() {
    Configured configured = Configured.of(config);
    School meant = RosterCommand.school(configured.configuration(), school);
    try (Database database = configured.database("to learn from")) {
      Place place =
          new Place(
              configured.configuration(),
              meant,
              database,
              new LiveCorrections(database, Judges.shipped()));
      LearnReport report =
          new LearnReport(Objects.requireNonNull(spec).commandLine().getOut(), meant, json);
      if (doing.list) {
        report.list(database.read(jdbc -> corrections.of(jdbc, meant.id())));
        return 0;
      }
      return doing.undo ? undo(place, report) : learn(place, report);
    }
  }

  private int learn(Place place, LearnReport report) {
    report.patience();
    Proposal proposal =
        new Learning(Judges.shipped())
            .of(
                place.school(),
                place.database().read(jdbc -> StoredLessons.of(jdbc, place.school().id())));
    Correction now = inForce(place).map(Corrections.Kept::correction).orElse(Correction.NONE);
    Rejudging rejudging = rejudging(place, now, proposal.correction());
    Outlook outlook =
        proposal.isAccepted()
            ? place.database().read(jdbc -> outlook(jdbc, place, rejudging))
            : new Outlook(0, List.of());
    boolean applied = doing.apply && proposal.isAccepted();
    if (applied) {
      place
          .database()
          .write(
              transaction -> {
                apply(transaction, place, proposal);
                return rejudging.keep(transaction, outlook.changes(), correcting(place));
              });
    }
    report.proposal(proposal, outlook, applied);
    return proposal.isAccepted() ? 0 : Main.NO;
  }

  private void apply(JdbcClient transaction, Place place, Proposal proposal) {
    long id =
        corrections.apply(
            transaction,
            new Corrections.Kept(
                0,
                place.school().id(),
                clock.instant(),
                WHO,
                null,
                true,
                proposal.correction(),
                LearnReport.figures(proposal)));
    audit(place)
        .add(
            transaction,
            WHO,
            "learn",
            Audit.about("correction " + id, List.of(place.school().id())),
            "From " + proposal.examples() + " verdicts");
  }

  private int undo(Place place, LearnReport report) {
    Optional<Corrections.Kept> active = inForce(place);
    if (active.isEmpty()) {
      report.nothingToUndo();
      return Main.NO;
    }
    Correction before =
        place
            .database()
            .read(jdbc -> corrections.before(jdbc, active.get()))
            .orElse(Correction.NONE);
    Rejudging rejudging = rejudging(place, active.get().correction(), before);
    Outlook outlook = place.database().read(jdbc -> outlook(jdbc, place, rejudging));
    place
        .database()
        .write(
            transaction -> {
              corrections.undo(transaction, place.school().id());
              audit(place)
                  .add(
                      transaction,
                      WHO,
                      "unlearn",
                      Audit.about("correction " + active.get().id(), List.of(place.school().id())),
                      "");
              return rejudging.keep(transaction, outlook.changes(), correcting(place));
            });
    report.undone(active.get(), outlook);
    return 0;
  }

  private Optional<Corrections.Kept> inForce(Place place) {
    return place.database().read(jdbc -> corrections.active(jdbc, place.school().id()));
  }

  private Audit audit(Place place) {
    return new Audit(place.database(), clock);
  }

  private Rejudging rejudging(Place place, Correction before, Correction after) {
    return new Rejudging(place.judge(before, config), place.judge(after, config));
  }

  private Outlook outlook(JdbcClient jdbc, Place place, Rejudging rejudging) {
    Instant now = clock.instant();
    return rejudging.outlook(jdbc, place.school(), now.minus(OPEN_FOR), now.plusSeconds(1));
  }

  private BiConsumer<JdbcClient, Finding> correcting(Place place) {
    return new Notices(place.configuration()::schools, clock)::correct;
  }
}
