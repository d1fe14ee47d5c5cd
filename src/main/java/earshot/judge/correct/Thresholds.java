package earshot.judge.correct;

import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** From which sum the shipped judge answers each question with yes. */
public final class Thresholds {
  /** The judge learnt from the shipped examples: it is about twice as sure of them as of others. */
  private static final double AS_SURE = 0.5;

  private final Map<Question, Double> sums = new HashMap<>();

  private Thresholds(Map<String, Double> probabilities) {
    for (Question question : Question.all()) {
      sums.put(question, Question.logit(probabilities.getOrDefault(question.word(), 0.5)));
    }
  }

  /** Those of the judge that ships; with its models read on first use, then shared. */
  public static Thresholds shipped() {
    return Shipped.THRESHOLDS;
  }

  private static final class Shipped {
    private static final Thresholds THRESHOLDS = new Thresholds(Judges.thresholds());
  }

  public double of(Question question) {
    return sums.getOrDefault(question, 0.0);
  }

  /** The same judgement, as sure of itself as of a post that the judge has never met. */
  public Judgement lessSure(Judgement judged) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      scores.put(label, lessSure(new Question(label), judged));
    }
    return new Judgement(
        judged.relevant(),
        lessSure(Question.RELEVANT, judged),
        judged.targets(),
        judged.labels(),
        scores,
        judged.severity(),
        judged.evidence(),
        judged.pupil(),
        judged.because());
  }

  private double lessSure(Question question, Judgement judged) {
    double threshold = of(question);
    double sum = threshold + AS_SURE * (question.logit(judged) - threshold);
    return 1 / (1 + Math.exp(-sum));
  }
}
