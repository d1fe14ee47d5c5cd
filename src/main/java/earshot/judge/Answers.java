package earshot.judge;

import earshot.judge.traits.Traits;
import earshot.judge.weigh.Question;
import earshot.judge.weigh.Weights;

/** What the model answers of one post: a probability for each question, and what spoke for it. */
final class Answers {
  private final Weights weights;
  private final Traits traits;
  private final float[] shares;
  private final float[] probabilities;

  Answers(Weights weights, Traits traits) {
    this.weights = weights;
    this.traits = traits;
    this.shares = traits.shares();
    float[] sums = weights.start();
    for (int i = 0; i < traits.size(); i++) {
      int row = weights.row(traits.hash(i));
      if (row >= 0) {
        weights.add(row, shares[traits.group(i)], sums);
      }
    }
    probabilities = new float[sums.length];
    for (int q = 0; q < sums.length; q++) {
      probabilities[q] = weights.questions().get(q).probability(sums[q]);
    }
  }

  double probability(String question) {
    return probabilities[weights.number(question)];
  }

  boolean yes(String question) {
    int number = weights.number(question);
    Question asked = weights.questions().get(number);
    return probabilities[number] >= asked.threshold();
  }

  /** How far the probability lies above its threshold, as a share of the way to certainty. */
  double margin(String question) {
    int number = weights.number(question);
    float threshold = weights.questions().get(number).threshold();
    return (probabilities[number] - threshold) / Math.max(1e-6, 1 - threshold);
  }

  /** Adds to each token what it said for the question. */
  void contribute(String question, float[] tokens) {
    int number = weights.number(question);
    for (int i = 0; i < traits.size(); i++) {
      int token = traits.token(i);
      int row = token < 0 || token >= tokens.length ? -1 : weights.row(traits.hash(i));
      if (row >= 0) {
        tokens[token] += weights.weight(row, number) * shares[traits.group(i)];
      }
    }
  }
}
