package earshot.judge.correct;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.verdict.Answer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question that a correction may answer otherwise than the judge.
 *
 * @param label whether the post is this; null asks whether it is about the school
 */
public record Question(@Nullable Label label) {
  public static final Question RELEVANT = new Question(null);

  /** What a correction never clears by itself where the judge holds it for likely. */
  public static final Set<Label> FLOOR =
      EnumSet.of(Label.IDENTIFIES_PUPIL, Label.CHILD_CONTACT, Label.HARASSMENT);

  static final double LIKELY = 0.5;

  /** However sure the judge is, it can be taught: surer than this counts as this. */
  private static final double CLOSEST = 0.02;

  public static List<Question> all() {
    List<Question> all = new ArrayList<>();
    all.add(RELEVANT);
    for (Label label : Label.values()) {
      all.add(new Question(label));
    }
    return all;
  }

  public static Question of(String word) {
    return word.equals(RELEVANT.word()) ? RELEVANT : new Question(Label.of(word));
  }

  public String word() {
    return label == null ? "relevant" : label.word();
  }

  double probability(Judgement judgement) {
    return label == null ? judgement.relevance() : judgement.scores().getOrDefault(label, 0.0);
  }

  public double logit(Judgement judgement) {
    return logit(probability(judgement));
  }

  static double logit(double probability) {
    double within = Math.clamp(probability, CLOSEST, 1 - CLOSEST);
    return Math.log(within / (1 - within));
  }

  public boolean yes(Judgement judgement) {
    return label == null ? judgement.relevant() : judgement.labels().contains(label);
  }

  public boolean yes(Answer answer) {
    return label == null ? answer.relevant() : answer.labels().contains(label);
  }

  /** Whether the judge is sure of something that protects people. */
  public static boolean isSure(Judgement judgement) {
    return FLOOR.stream().anyMatch(label -> isSure(judgement, label));
  }

  public static boolean isSure(Judgement judgement, Label label) {
    return FLOOR.contains(label)
        && judgement.labels().contains(label)
        && judgement.scores().getOrDefault(label, 0.0) > LIKELY;
  }
}
