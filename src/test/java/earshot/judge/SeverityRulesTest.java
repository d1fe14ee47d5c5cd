package earshot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeverityRulesTest {
  private static Severity of(boolean soon, boolean now, Target target, Label... labels) {
    return SeverityRules.of(EnumSet.copyOf(Set.of(labels)), Set.of(target), soon, now).severity();
  }

  @Test
  void nothingIsNothing() {
    assertThat(SeverityRules.of(Set.of(), Set.of(), true, true).severity())
        .isEqualTo(Severity.NONE);
  }

  @Test
  void aChildAtRiskIsCriticalHoweverUnsure() {
    assertThat(of(false, false, Target.PUPIL, Label.CHILD_CONTACT)).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aKindPostThatNamesAChildIsMediumAndAHostileOneHigh() {
    assertThat(of(false, false, Target.PUPIL, Label.IDENTIFIES_PUPIL, Label.PRAISE))
        .isEqualTo(Severity.MEDIUM);
    assertThat(of(true, false, Target.PUPIL, Label.IDENTIFIES_PUPIL, Label.DISPARAGING))
        .isEqualTo(Severity.HIGH);
    assertThat(of(true, true, Target.PUPIL, Label.IDENTIFIES_PUPIL, Label.HARASSMENT))
        .isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anInsultIsMediumAndACivilComplaintLow() {
    assertThat(of(false, false, Target.STAFF, Label.DISPARAGING)).isEqualTo(Severity.MEDIUM);
    assertThat(of(false, false, Target.SCHOOL, Label.COMPLAINT)).isEqualTo(Severity.LOW);
    assertThat(of(false, false, Target.SCHOOL, Label.PRAISE)).isEqualTo(Severity.NONE);
  }

  @Test
  void anAlarmThatTheWholePostDoesNotBearOutIsHeldBack() {
    assertThat(of(true, false, Target.STAFF, Label.ALLEGATION)).isEqualTo(Severity.HIGH);
    assertThat(of(false, false, Target.STAFF, Label.ALLEGATION)).isEqualTo(Severity.MEDIUM);
  }
}
