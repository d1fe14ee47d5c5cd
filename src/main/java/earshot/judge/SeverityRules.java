package earshot.judge;

import java.util.Set;

/** How bad it is: the table of labels.md §4 and its settled cases; the highest that applies. */
final class SeverityRules {
  private SeverityRules() {}

  static Severity of(Set<Label> labels, Set<Target> targets, Answers answers) {
    if (labels.isEmpty()) {
      return Severity.NONE;
    }
    Severity worst = Severity.NONE;
    for (Label label : labels) {
      Severity one = of(label, labels, targets, answers);
      worst = one.atLeast(worst) ? one : worst;
    }
    return worst;
  }

  private static Severity of(Label label, Set<Label> labels, Set<Target> targets, Answers answers) {
    boolean critical = answers.yes(ModelJudge.CRITICAL);
    boolean urgent = critical || answers.yes(ModelJudge.URGENT);
    boolean person =
        targets.contains(Target.STAFF)
            || targets.contains(Target.PUPIL)
            || targets.contains(Target.PARENT);
    return switch (label) {
      case CHILD_CONTACT -> Severity.CRITICAL;
      case HARASSMENT -> critical ? Severity.CRITICAL : Severity.HIGH;
      case IDENTIFIES_PUPIL ->
          critical
              ? Severity.CRITICAL
              : urgent || isHostile(labels) ? Severity.HIGH : Severity.MEDIUM;
      case ALLEGATION, IMPERSONATION -> Severity.HIGH;
      case DISCRIMINATORY -> urgent || person ? Severity.HIGH : Severity.MEDIUM;
      case OFFENSIVE -> person && labels.contains(Label.DISPARAGING) ? Severity.HIGH : Severity.LOW;
      case DISPARAGING, CONFIDENTIAL, PRESS -> Severity.MEDIUM;
      case COMPLAINT, NEEDS_REPLY, BRAND -> Severity.LOW;
      case PRAISE -> Severity.NONE;
    };
  }

  private static boolean isHostile(Set<Label> labels) {
    return labels.contains(Label.DISPARAGING)
        || labels.contains(Label.ALLEGATION)
        || labels.contains(Label.DISCRIMINATORY);
  }
}
