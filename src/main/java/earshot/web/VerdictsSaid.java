package earshot.web;

import earshot.alert.Notices;
import earshot.judge.Finding;
import earshot.judge.verdict.Answer;
import earshot.judge.verdict.LabelWords;
import earshot.judge.verdict.Review;
import earshot.judge.verdict.Verdict;
import earshot.judge.verdict.Verdicts;
import earshot.school.School;
import earshot.web.door.Access;
import earshot.web.people.Audit;
import earshot.web.people.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What people say of how posts were judged: kept, noted in the audit, and told to the digest. */
@Component
class VerdictsSaid {
  private final WebParts parts;
  private final Audit audit;
  private final Notices notices;
  private final Verdicts verdicts = new Verdicts();

  VerdictsSaid(WebParts parts, Audit audit) {
    this.parts = parts;
    this.audit = audit;
    this.notices = new Notices(() -> parts.configuration().current().schools(), parts.clock());
  }

  static boolean mayLift(Person person) {
    return Access.UNMASK.contains(person.role());
  }

  /** The last that was said, a withdrawal included. */
  Optional<Verdict> last(Finding finding) {
    return parts
        .database()
        .read(jdbc -> verdicts.last(jdbc, finding.mention().id(), finding.school()));
  }

  List<Verdict> history(Finding finding) {
    return parts
        .database()
        .read(jdbc -> verdicts.history(jdbc, finding.mention().id(), finding.school()));
  }

  /** Whether the post was edited, or somebody else spoke, since the speaker looked. */
  boolean isOvertaken(Finding finding, Review.Seen seen) {
    return finding.mention().version() != seen.version()
        || last(finding).map(Verdict::id).orElse(0L) != seen.last();
  }

  /** Says something of the judgement as it stands. */
  Review.Outcome say(Person person, Finding finding, Review.Seen seen, Verdict.Kind kind) {
    Answer asJudged = Answer.of(finding.judgement());
    return say(person, finding, seen, new Review.Saying(kind, asJudged, List.of(), ""));
  }

  Review.Outcome say(Person person, Finding finding, Review.Seen seen, Review.Saying saying) {
    School school =
        parts
            .configuration()
            .current()
            .schools()
            .byId(finding.school())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Review.Speaker speaker =
        new Review.Speaker(person.asWritten(), mayLift(person), parts.clock().instant());
    return parts
        .database()
        .write(
            transaction -> {
              Review.Outcome outcome =
                  parts.review().say(transaction, school, seen, speaker, saying);
              if (outcome instanceof Review.Outcome.Kept kept) {
                notices.correct(transaction, kept.finding());
                audit.add(
                    transaction,
                    person.asWritten(),
                    "verdict",
                    Audit.about("mention " + finding.mention().id(), List.of(finding.school())),
                    sentence(kept.verdict()));
              }
              return outcome;
            });
  }

  /** Without the note: it may hold a name, and the audit is never erased. */
  private static String sentence(Verdict verdict) {
    return switch (verdict.kind()) {
      case RIGHT -> "Judged right";
      case WRONG -> "Judged wrong; it is: " + LabelWords.of(verdict.answer());
      case WITHDRAWN -> "Withdrew what was said";
    };
  }
}
