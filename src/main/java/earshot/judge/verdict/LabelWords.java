package earshot.judge.verdict;

import earshot.judge.Label;
import java.util.Collection;
import java.util.stream.Collectors;

/** A label as a sentence names it. */
public final class LabelWords {
  private LabelWords() {}

  /** Such as {@code a complaint}. */
  public static String of(Label label) {
    return switch (label) {
      case DISPARAGING -> "an insult";
      case ALLEGATION -> "a serious allegation";
      case IDENTIFIES_PUPIL -> "a post that tells who a child is";
      case HARASSMENT -> "harassment, bullying or a threat";
      case DISCRIMINATORY -> "discrimination";
      case OFFENSIVE -> "offensive language";
      case CONFIDENTIAL -> "a breach of confidence";
      case IMPERSONATION -> "a pretence to be the school or its staff";
      case CHILD_CONTACT -> "a sign that a child may be at risk";
      case NEEDS_REPLY -> "a post that needs a reply";
      case COMPLAINT -> "a complaint";
      case PRESS -> "a press enquiry";
      case PRAISE -> "praise";
      case BRAND -> "use of the school's name, badge or pictures";
    };
  }

  /** Such as {@code a complaint, and a post that needs a reply}. */
  public static String of(Answer answer) {
    if (!answer.relevant()) {
      return "not about the school";
    }
    return answer.labels().isEmpty() ? "about the school, nothing more" : of(answer.labels());
  }

  private static String of(Collection<Label> labels) {
    return labels.stream().sorted().map(LabelWords::of).collect(Collectors.joining("; "));
  }
}
