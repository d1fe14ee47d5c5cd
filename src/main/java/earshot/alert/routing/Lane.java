package earshot.alert.routing;

import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.school.School;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides who is told of a finding, beside its severity.
 *
 * @param safeguarding a child is identified, harassed or sought out: the safeguarding lead's
 * @param aboutHead the Headteacher is whom it is about
 */
public record Lane(boolean safeguarding, boolean aboutHead) {
  /** Neither: the Headteacher's, and in the digest communications', too. */
  public static final Lane COMMON = new Lane(false, false);

  private static final Set<Label> SAFEGUARDING =
      Collections.unmodifiableSet(
          EnumSet.of(Label.IDENTIFIES_PUPIL, Label.HARASSMENT, Label.CHILD_CONTACT));

  /**
   * @param school whom it was found for; null when it is no longer configured
   */
  public static Lane of(Finding finding, @Nullable School school) {
    return new Lane(
        finding.judgement().labels().stream().anyMatch(SAFEGUARDING::contains),
        school != null && Headship.of(school).isMeantIn(finding));
  }
}
