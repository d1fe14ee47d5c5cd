package earshot.judge;

import java.util.Set;

/**
 * How bad it is: the table of labels.md §4 and its settled cases; the highest that applies. What
 * the table leaves to the reader (a threat, a child in harm, hostility) two learnt questions
 * answer: whether somebody must be told soon, and whether within minutes.
 */
public final class SeverityRules {
  /**
   * A severity with its reason.
   *
   * @param why completes "Severity high: "
   */
  public record Ruling(Severity severity, String why) {
    Ruling atLeast(Ruling other) {
      return other.severity.compareTo(severity) > 0 ? other : this;
    }
  }

  private final Set<Label> labels;
  private final Set<Target> targets;
  private final boolean soon;
  private final boolean now;

  private SeverityRules(Set<Label> labels, Set<Target> targets, boolean soon, boolean now) {
    this.labels = labels;
    this.targets = targets;
    this.soon = soon || now;
    this.now = now;
  }

  /**
   * @param soon whether the learnt question holds it for urgent
   * @param now whether it holds it for critical
   */
  public static Ruling of(Set<Label> labels, Set<Target> targets, boolean soon, boolean now) {
    SeverityRules rules = new SeverityRules(labels, targets, soon, now);
    return rules.tempered(rules.worst());
  }

  /** The same where a person gave the labels: what a person is sure of needs no second sign. */
  public static Ruling ofStated(Set<Label> labels, Set<Target> targets, boolean soon, boolean now) {
    return new SeverityRules(labels, targets, soon, now).worst();
  }

  private Ruling worst() {
    Ruling worst = new Ruling(Severity.NONE, "nothing that calls for anybody");
    for (Label label : labels) {
      worst = worst.atLeast(of(label));
    }
    return worst;
  }

  private Ruling of(Label label) {
    return switch (label) {
      case CHILD_CONTACT -> new Ruling(Severity.CRITICAL, "a child may be at risk");
      case HARASSMENT ->
          now
              ? new Ruling(Severity.CRITICAL, "a threat, or abuse of a child who is identified")
              : new Ruling(Severity.HIGH, "harassment without a threat");
      case IDENTIFIES_PUPIL -> identified();
      case ALLEGATION -> new Ruling(Severity.HIGH, "serious wrongdoing is alleged");
      case IMPERSONATION -> new Ruling(Severity.HIGH, "somebody speaks in the school's name");
      case DISCRIMINATORY ->
          soon || isPersonal()
              ? new Ruling(Severity.HIGH, "it demeans people of the school")
              : new Ruling(Severity.MEDIUM, "a general sneer");
      case OFFENSIVE -> offensive();
      case DISPARAGING -> new Ruling(Severity.MEDIUM, "an insult");
      case CONFIDENTIAL -> new Ruling(Severity.MEDIUM, "something confidential");
      case PRESS -> new Ruling(Severity.MEDIUM, "the press asks");
      case COMPLAINT -> new Ruling(Severity.LOW, "a complaint");
      case NEEDS_REPLY -> new Ruling(Severity.LOW, "an answer is awaited");
      case BRAND -> new Ruling(Severity.LOW, "the school's name is used");
      case PRAISE -> new Ruling(Severity.NONE, "praise");
    };
  }

  private Ruling identified() {
    if (now) {
      return new Ruling(Severity.CRITICAL, "a child is identified with harm, address or abuse");
    }
    boolean hostile =
        labels.contains(Label.DISPARAGING)
            || labels.contains(Label.ALLEGATION)
            || labels.contains(Label.DISCRIMINATORY);
    if (hostile) {
      return new Ruling(Severity.HIGH, "a child is identified in a hostile post");
    }
    return soon
        ? new Ruling(
            Severity.HIGH,
            "a child is identified by full name with class or picture, or in distress")
        : new Ruling(Severity.MEDIUM, "a child is identified in a kind post");
  }

  private Ruling offensive() {
    if (isPersonal() && labels.contains(Label.DISPARAGING)) {
      return new Ruling(Severity.HIGH, "obscene language at a person");
    }
    return labels.contains(Label.DISPARAGING)
        ? new Ruling(Severity.MEDIUM, "obscene language at the school")
        : new Ruling(Severity.LOW, "obscene language, not at a person");
  }

  private boolean isPersonal() {
    return targets.contains(Target.STAFF)
        || targets.contains(Target.PUPIL)
        || targets.contains(Target.PARENT);
  }

  /** An alarm that the whole post does not bear out is not raised; one that it does, is. */
  private Ruling tempered(Ruling ruling) {
    boolean urgent = ruling.severity().atLeast(Severity.HIGH);
    if (urgent && !soon && !labels.contains(Label.CHILD_CONTACT)) {
      return new Ruling(Severity.MEDIUM, ruling.why() + ", but too unsure to raise an alarm");
    }
    if (!urgent && soon && !labels.isEmpty()) {
      return new Ruling(Severity.HIGH, ruling.why() + ", and the whole post sounds urgent");
    }
    return ruling;
  }
}
