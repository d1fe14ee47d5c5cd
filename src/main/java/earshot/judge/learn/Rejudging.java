package earshot.judge.learn;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.verdict.Verdicts;
import earshot.school.School;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges anew what nobody has dealt with yet. What a person judged or took in hand stays as it is,
 * and nobody is alerted of it again.
 */
public final class Rejudging {
  private final Findings findings = new Findings();
  private final Verdicts verdicts = new Verdicts();
  private final Judge before;
  private final Judge after;

  public Rejudging(Judge before, Judge after) {
    this.before = before;
    this.after = after;
  }

  /** A stored finding, and what it would be. */
  public record Change(Finding finding, Judgement after) {}

  /**
   * What was looked through.
   *
   * @param looked how many findings
   * @param changes those that would be judged otherwise, the newest first
   */
  public record Outlook(int looked, List<Change> changes) {
    public Outlook {
      changes = List.copyOf(changes);
    }
  }

  /** What a change of judges changes for a school's open findings of some time. */
  public Outlook outlook(JdbcClient jdbc, School school, Instant from, Instant to) {
    List<Change> changes = new ArrayList<>();
    int looked = 0;
    for (Finding finding : findings.foundBetween(jdbc, school.id(), from, to).reversed()) {
      if (isOpen(jdbc, finding)) {
        looked++;
        Judgement was = before.judge(finding.post(), school);
        Judgement now = after.judge(finding.post(), school);
        if (!was.equals(now)) {
          changes.add(new Change(finding, now));
        }
      }
    }
    return new Outlook(looked, changes);
  }

  private boolean isOpen(JdbcClient jdbc, Finding finding) {
    return finding.state().equals(Finding.NEW)
        && verdicts
            .standing(jdbc, finding.mention().id(), finding.school())
            .filter(verdict -> verdict.version() == finding.mention().version())
            .isEmpty();
  }

  /** Keeps the changes of those that are still as they were looked at; says how many. */
  public int keep(
      JdbcClient transaction, List<Change> changes, BiConsumer<JdbcClient, Finding> kept) {
    int done = 0;
    for (Change change : changes) {
      Finding seen = change.finding();
      Optional<Finding> now = findings.one(transaction, seen.mention().id(), seen.school());
      if (now.isPresent()
          && now.get().sequence() == seen.sequence()
          && isOpen(transaction, now.get())) {
        kept.accept(
            transaction,
            findings.keep(
                transaction, seen.mention(), seen.school(), seen.matched(), change.after()));
        done++;
      }
    }
    return done;
  }
}
