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

  private Thresholds() {}

  public static Thresholds shipped() {
    Thresholds thresholds = new Thresholds();
    Map<String, Double> known = Judges.thresholds();
    for (Question question : Question.all()) {
      thresholds.sums.put(question, Question.logit(known.getOrDefault(question.word(), 0.5)));
    }
    return thresholds;
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
