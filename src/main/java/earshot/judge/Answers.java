package earshot.judge;

import earshot.judge.traits.Reading;
import earshot.judge.traits.Traits;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Weights;
import java.util.List;

/** What the model answers of one post: a probability for each question, and what spoke for it. */
final class Answers {
  private static final String PUPIL = Label.IDENTIFIES_PUPIL.word();

  private final Model.Learnt learnt;
  private final Traits traits;
  private final float[] counts;
  private final int[] rows;
  private final PupilWords.Found found;
  private final CarefulReader.Read careful;
  private final float[] probabilities;

  Answers(Model model, Reading reading) {
    this.learnt = model.learnt();
    this.traits = model.observer().observe(reading);
    this.counts = counts(traits);
    this.rows = rows(learnt.labels(), traits);
    float[] sums = learnt.labels().sums(rows, counts);
    boolean worth = PupilWords.isWorthASearch(sums[learnt.labels().number(PUPIL)]);
    found = worth ? PupilWords.find(model, reading.text()) : PupilWords.Found.NOTHING;
    careful = model.careful().read(reading, this::telling);
    probabilities = learnt.mixture().probabilities(sums, found.measures(), careful.sums());
  }

  /** How much each token says for any label at all. */
  private float[] telling(int tokens) {
    float[] telling = new float[tokens];
    for (Label label : Label.values()) {
      float[] said = new float[tokens];
      contribute(label.word(), said);
      for (int i = 0; i < tokens; i++) {
        telling[i] += Math.max(0, said[i]);
      }
    }
    return telling;
  }

  /** What was read carefully. */
  CarefulReader.Read careful() {
    return careful;
  }

  /** A sum for each question of the weights. */
  static float[] sums(Weights weights, Traits traits) {
    return weights.sums(rows(weights, traits), counts(traits));
  }

  private static int[] rows(Weights weights, Traits traits) {
    int[] rows = new int[traits.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = weights.row(traits.hash(i));
    }
    return rows;
  }

  /** How much each trait counts. */
  private static float[] counts(Traits traits) {
    float[] shares = traits.shares();
    float[] counts = new float[traits.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = shares[traits.group(i)];
    }
    return counts;
  }

  /** What was found of a child. */
  PupilWords.Found found() {
    return found;
  }

  double probability(String question) {
    return probabilities[number(question)];
  }

  boolean yes(String question) {
    int number = number(question);
    return probabilities[number] >= learnt.mixture().questions().get(number).threshold();
  }

  /** How far the probability lies above its threshold, as a share of the way to certainty. */
  double margin(String question) {
    int number = number(question);
    float threshold = learnt.mixture().questions().get(number).threshold();
    return (probabilities[number] - threshold) / Math.max(1e-6, 1 - threshold);
  }

  private int number(String question) {
    List<Question> questions = learnt.mixture().questions();
    for (int i = 0; i < questions.size(); i++) {
      if (questions.get(i).name().equals(question)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the model answers no question " + question);
  }

  /** Adds to each token what it said for the question, to either reader. */
  void explain(String question, float[] tokens) {
    contribute(question, tokens);
    int number = number(question);
    float share = learnt.mixture().encoderShare(number);
    float[] said = careful.said().length == 0 ? new float[0] : careful.said()[number];
    for (int i = 0; i < Math.min(tokens.length, said.length); i++) {
      tokens[i] += share * said[i];
    }
  }

  private void contribute(String question, float[] tokens) {
    Weights weights = learnt.labels();
    int number = weights.number(question);
    for (int i = 0; i < traits.size(); i++) {
      int token = traits.token(i);
      if (rows[i] >= 0 && token >= 0 && token < tokens.length) {
        tokens[token] += weights.weight(rows[i], number) * counts[i];
      }
    }
  }
}
