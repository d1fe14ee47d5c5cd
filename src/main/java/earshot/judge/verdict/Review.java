package earshot.judge.verdict;

import earshot.judge.ChildWords;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Span;
import earshot.judge.verdict.Verdict.Kind;
import earshot.school.School;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes what a person says of a finding: keeps it, and makes the finding say the same at once. What
 * hides a child is taken away only by somebody who may look behind the mask.
 */
public final class Review {
  private static final Set<Label> OF_CHILDREN =
      EnumSet.of(Label.IDENTIFIES_PUPIL, Label.CHILD_CONTACT);

  private final UnaryOperator<Judge> outermost;
  private final Findings findings = new Findings();
  private final Verdicts verdicts = new Verdicts();

  /**
   * @param outermost what has the last word after any person, such as the roll
   */
  public Review(UnaryOperator<Judge> outermost) {
    this.outermost = outermost;
  }

  /** Who speaks, and when. */
  public record Speaker(String person, boolean lifts, Instant at) {}

  /**
   * What the speaker saw.
   *
   * @param last the id of the last verdict then; 0 when there was none
   */
  public record Seen(long mention, int version, long last) {}

  /**
   * What is said.
   *
   * @param words those that tell who a child is, as they stand in the post
   */
  public record Saying(Kind kind, Answer answer, List<String> words, String note) {
    public Saying {
      words = List.copyOf(words);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It is kept, and the finding says so. */
    record Kept(Verdict verdict, Finding finding) implements Outcome {}

    /** Somebody else spoke, or the post was edited, since the speaker looked. */
    record Overtaken() implements Outcome {}

    /** The speaker may not take away what protects a child. */
    record NotTheirs() implements Outcome {}
  }

  /** Says something of a mention for a school. */
  public Outcome say(
      JdbcClient transaction, School school, Seen seen, Speaker speaker, Saying saying) {
    Optional<Finding> known = findings.one(transaction, seen.mention(), school.id());
    Optional<Verdict> last = verdicts.last(transaction, seen.mention(), school.id());
    if (known.isEmpty()
        || known.get().mention().version() != seen.version()
        || last.map(Verdict::id).orElse(0L) != seen.last()) {
      return new Outcome.Overtaken();
    }
    Finding finding = known.get();
    Judgement before =
        last.filter(Verdict::stands)
            .filter(verdict -> verdict.version() == seen.version())
            .map(verdict -> verdicts.judged(transaction, verdict))
            .orElse(finding.judgement());
    Judgement after =
        switch (saying.kind()) {
          case RIGHT -> finding.judgement();
          case WITHDRAWN -> ChildWords.everywhere(before, finding.searched());
          case WRONG -> restated(finding, before, school, speaker, saying);
        };
    if (!speaker.lifts() && exposes(finding.judgement(), after)) {
      return new Outcome.NotTheirs();
    }
    Verdict verdict =
        verdicts.keep(
            transaction,
            new Verdict(
                0,
                seen.mention(),
                school.id(),
                seen.version(),
                speaker.person(),
                speaker.at(),
                saying.kind(),
                saying.kind() == Kind.WRONG ? saying.answer() : Answer.of(after),
                after.pupil(),
                speaker.lifts(),
                saying.note()),
            before);
    return new Outcome.Kept(verdict, kept(transaction, finding, after));
  }

  /**
   * What the speaker could read. Words behind the mask are not even looked for: how the mask grows
   * would tell whoever names them letter by letter that they are there.
   */
  private static String seenBy(Speaker speaker, Finding finding) {
    return speaker.lifts()
        ? finding.searched()
        : Naming.covered(finding.searched(), finding.judgement().pupil());
  }

  private Finding kept(JdbcClient transaction, Finding finding, Judgement after) {
    return after.equals(finding.judgement())
        ? finding
        : findings.keep(transaction, finding.mention(), finding.school(), finding.matched(), after);
  }

  private Judgement restated(
      Finding finding, Judgement before, School school, Speaker speaker, Saying saying) {
    Answer answer = saying.answer();
    boolean identifies = answer.labels().contains(Label.IDENTIFIES_PUPIL);
    List<Span> named =
        Span.joined(
            Naming.of(seenBy(speaker, finding), saying.words()),
            identifies ? before.pupil() : List.of());
    Judge said =
        (post, of) ->
            Restated.of(
                finding.judgement(),
                post.text(),
                answer,
                new Restated.Hiding(named, speaker.lifts()),
                "Somebody at your school judged this: " + LabelWords.of(answer) + ".");
    return outermost.apply(said).judge(finding.post(), school);
  }

  /** Whether something that protects a child would be gone. */
  private static boolean exposes(Judgement before, Judgement after) {
    return before.labels().stream()
            .anyMatch(label -> OF_CHILDREN.contains(label) && !after.labels().contains(label))
        || before.pupil().stream().anyMatch(span -> !isWithin(span, after.pupil()));
  }

  private static boolean isWithin(Span span, List<Span> spans) {
    return spans.stream()
        .anyMatch(other -> other.start() <= span.start() && span.end() <= other.end());
  }
}
