package earshot.judge.learn;

import earshot.judge.correct.Correction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a school's verdicts come to.
 *
 * @param examples how many verdicts there are
 * @param wrong how many of them say that the judge was wrong
 * @param aside how many teach nothing but their own words, because they would unlearn what protects
 *     a child
 * @param correction what was fitted
 * @param figures how it does; null when there was too little to try
 * @param refusals why it may not be applied, in plain sentences; none when it may
 */
public record Proposal(
    int examples,
    int wrong,
    int aside,
    Correction correction,
    @Nullable Figures figures,
    List<String> refusals) {
  public Proposal {
    refusals = List.copyOf(refusals);
  }

  public boolean isAccepted() {
    return refusals.isEmpty();
  }
}
