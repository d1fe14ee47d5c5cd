package earshot.alert.letter;

import earshot.alert.letter.Letter.Tone;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.Policy;
import earshot.school.Role;

/** The judge's terms in the words of a school; the pages use the same. Pure. */
public final class Wording {
  private Wording() {}

  static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.CRITICAL;
      case HIGH -> Tone.HIGH;
      case MEDIUM -> Tone.MEDIUM;
      case LOW -> Tone.LOW;
      case NONE -> Tone.NONE;
    };
  }

  static String severity(Judgement judgement) {
    return switch (judgement.severity()) {
      case CRITICAL -> "Critical: act now";
      case HIGH -> "High: act today";
      case MEDIUM -> "Medium: worth a look";
      case LOW -> "Low: for information";
      case NONE -> judgement.labels().contains(Label.PRAISE) ? "Good news" : "Neutral";
    };
  }

  /** {@code Harassment, bullying or a threat (C4: No harassment, bullying or threats)}. */
  static String label(Label label, Policy policy) {
    String clause = policy.clause(label.clause());
    return plain(label)
        + " ("
        + label.clause()
        + (clause.isBlank() ? "" : ": " + Inert.text(clause))
        + ")";
  }

  public static String plain(Label label) {
    return switch (label) {
      case DISPARAGING -> "Insult or scorn";
      case ALLEGATION -> "Serious allegation";
      case IDENTIFIES_PUPIL -> "Identifies a pupil";
      case HARASSMENT -> "Harassment, bullying or a threat";
      case DISCRIMINATORY -> "Discrimination";
      case OFFENSIVE -> "Offensive language";
      case CONFIDENTIAL -> "Confidential or personal information";
      case IMPERSONATION -> "Pretends to be the school or its staff";
      case CHILD_CONTACT -> "A child may be at risk";
      case NEEDS_REPLY -> "Needs a reply";
      case COMPLAINT -> "Complaint or concern";
      case PRESS -> "Press enquiry";
      case PRAISE -> "Praise";
      case BRAND -> "Uses the school's name, badge or pictures";
    };
  }

  static String role(Role role) {
    return switch (role) {
      case HEADTEACHER -> "Headteacher";
      case SAFEGUARDING_LEAD -> "safeguarding lead";
      case LEADERSHIP -> "leadership team";
      case COMMUNICATIONS -> "communications";
      case ADMINISTRATOR -> "administrator";
      case GOVERNOR -> "governor";
      case VIEWER -> "viewer";
    };
  }
}
