package earshot.alert;

import earshot.alert.routing.Lane;
import earshot.judge.Label;
import earshot.judge.Severity;
import java.time.Instant;
import java.util.Set;

/**
 * That there is something to tell, without a word of it.
 *
 * @param id grows with each notice; what was kept later has the higher one, whatever the clock says
 * @param thread the conversation it stands in; 0 when it stands alone
 * @param lane who must not see it, and who must
 * @param edited whether the mention was known and now says something else
 * @param created when it was kept
 */
record Notice(
    long id,
    long mention,
    String school,
    long story,
    long thread,
    Severity severity,
    Set<Label> labels,
    Lane lane,
    boolean edited,
    Instant created) {
  Notice {
    labels = Set.copyOf(labels);
  }

  boolean critical() {
    return severity == Severity.CRITICAL;
  }
}
