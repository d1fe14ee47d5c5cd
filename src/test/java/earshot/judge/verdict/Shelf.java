package earshot.judge.verdict;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.judge.verdict.Verdict.Kind;
import earshot.mention.Mentions;
import earshot.school.School;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A real store with posts and what people said of them. */
public final class Shelf implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
  private static final Source SOURCE =
      new Source(
          "talk",
          "Talk",
          Source.Kind.FEED,
          List.of(URI.create("https://talk.example/feed")),
          List.of("*"),
          Duration.ofMinutes(30),
          "facebook",
          null);

  public final Database database;
  public final Review review = new Review(UnaryOperator.identity());
  public final Verdicts verdicts = new Verdicts();
  public final Findings findings = new Findings();
  private final School school;

  public Shelf(Path file, School school) {
    this.database = Database.open(file);
    this.school = school;
  }

  public Finding hear(String id, String text, Judgement judgement, Instant when) {
    Item item =
        new Item(id, null, "", "someone", "Harrowmere Parents", text, "en", when, null, false);
    return database.write(
        jdbc ->
            findings.keep(
                jdbc,
                new Mentions().keep(jdbc, SOURCE, item, when).mention(),
                school.id(),
                List.of(new Finding.Matched("names", "thistlewick", 0, 1)),
                judgement));
  }

  public Finding finding(long mention) {
    return database.read(jdbc -> findings.one(jdbc, mention, school.id())).orElseThrow();
  }

  /** What the judge is made to have said. */
  public static Judgement judged(Severity severity, List<Span> pupil, Label... labels) {
    Set<Label> all = Set.of(labels);
    return new Judgement(
        true,
        0.97,
        all.isEmpty() ? Set.of() : Set.of(Target.SCHOOL),
        all,
        all.stream().collect(Collectors.toMap(label -> label, label -> 0.9)),
        severity,
        List.of(),
        pupil,
        List.of("It was read as it was read."));
  }

  public static Answer is(Label... labels) {
    return new Answer(true, Set.of(labels), Set.of(Target.SCHOOL), false, false);
  }

  public Review.Seen seen(Finding finding) {
    long last =
        database
            .read(jdbc -> verdicts.last(jdbc, finding.mention().id(), school.id()))
            .map(Verdict::id)
            .orElse(0L);
    return new Review.Seen(finding.mention().id(), finding.mention().version(), last);
  }

  public static Review.Speaker head() {
    return new Review.Speaker("Mrs Okafor <head@thistlewick.example>", true, NOON);
  }

  public static Review.Speaker office() {
    return new Review.Speaker("Mrs Crump <office@thistlewick.example>", false, NOON);
  }

  public Review.Outcome say(Finding finding, Review.Speaker who, Kind kind, Answer answer) {
    return say(seen(finding), who, new Review.Saying(kind, answer, List.of(), ""));
  }

  public Review.Outcome say(Review.Seen seen, Review.Speaker who, Review.Saying saying) {
    return database.write(jdbc -> review.say(jdbc, school, seen, who, saying));
  }

  @Override
  public void close() {
    database.close();
  }
}
