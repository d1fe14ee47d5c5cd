package earshot.judge.correct;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.SeverityRules;
import earshot.judge.Target;
import earshot.judge.verdict.Answer;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a correction makes of a judgement's answers.
 *
 * @param relevant whether it is about the school
 * @param labels what it is
 */
public record Decision(boolean relevant, Set<Label> labels) {
  /** A push that is smaller than this says nothing. */
  private static final double PUSH = 0.1;

  public Decision {
    labels = Set.copyOf(labels);
  }

  public static Decision of(
      Judgement judged, Set<String> words, Correction correction, Thresholds thresholds) {
    boolean relevant =
        answer(Question.RELEVANT, judged, words, correction, thresholds)
            || (judged.relevant() && Question.isSure(judged));
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (Label label : Label.values()) {
      boolean kept = Question.isSure(judged, label);
      if (kept || answer(new Question(label), judged, words, correction, thresholds)) {
        labels.add(label);
      }
    }
    return new Decision(relevant, relevant ? labels : Set.of());
  }

  /** Whether it is what the judge said. */
  public boolean isSame(Judgement judged) {
    return relevant == judged.relevant() && labels.equals(judged.labels());
  }

  /** Whom it is about. */
  Set<Target> targets(Judgement judged) {
    return new Answer(relevant, labels, judged.targets(), false, false).targets();
  }

  /** How bad that is, as urgent as the judge held the whole post. */
  public SeverityRules.Ruling ruling(Judgement judged) {
    return SeverityRules.of(
        labels,
        targets(judged),
        judged.severity().atLeast(Severity.HIGH),
        judged.severity() == Severity.CRITICAL);
  }

  public boolean yes(Question question) {
    return question.label() == null ? relevant : labels.contains(question.label());
  }

  private static boolean answer(
      Question question,
      Judgement judged,
      Set<String> words,
      Correction correction,
      Thresholds thresholds) {
    // the labels of a post that was held for another's are not told: its sums are
    boolean yes =
        question.label() != null && !judged.relevant()
            ? question.logit(judged) >= thresholds.of(question)
            : question.yes(judged);
    double shift = correction.shift(question, words);
    if (Math.abs(shift) < PUSH) {
      return yes;
    }
    boolean beyond = question.logit(judged) + shift >= thresholds.of(question);
    return shift > 0 ? (yes || beyond) : (yes && beyond);
  }
}
