package earshot.judge.encoder;

import java.util.List;

/**
 * How wrong answers are: the cross entropy of all questions, of the child's words, of the evidence
 * and of looking at it where the answer is yes, for a post of the batch on average.
 */
final class Loss {
  private static final float EVIDENCE = 0.02f;

  /** Where less than this is looked at evidence there is none in what was read. */
  private static final float LEAST = 1e-6f;

  private final EncoderPass pass;
  private final List<Example> examples;
  private final Importance importance;
  private final int count;
  private final Matrix slopes;
  private double sum;

  /**
   * @param examples those of the pass
   * @param importance how much each question matters
   * @param count how many there are in the batch, of which they are a part
   */
  Loss(EncoderPass pass, List<Example> examples, Importance importance, int count) {
    this.pass = pass;
    this.examples = examples;
    this.importance = importance;
    this.count = count;
    slopes = Matrix.zero(pass.out().rows(), pass.out().columns());
    for (int number = 0; number < examples.size(); number++) {
      questions(number);
      tokens(number);
    }
  }

  double sum() {
    return sum;
  }

  /** Slopes by the answers for each row. */
  Matrix slopes() {
    return slopes;
  }

  private void questions(int number) {
    float[] right = examples.get(number).answers();
    Pooled pooled = pass.pooled(number);
    for (int q = 0; q < right.length; q++) {
      float answered = pooled.sums()[q];
      sum += importance.answer()[q] * entropy(answered, right[q]) / count;
      float slope = (float) (importance.answer()[q] * (chance(answered) - right[q]) / count);
      float[] shares = pooled.shares()[q];
      for (int t = 0; t < shares.length; t++) {
        int at = slopes.at(pass.batch().start(number) + t);
        float said = pass.out().values()[at + right.length + q];
        slopes.values()[at + right.length + q] = shares[t] * slope;
        slopes.values()[at + q] = shares[t] * slope * (said - answered);
      }
      if (right[q] == 1) {
        look(number, q, shares);
      }
    }
  }

  /** What decided is looked for where a reader said that it stands (Zaidan et al. 2007). */
  private void look(int number, int question, float[] shares) {
    float matters = importance.look()[question] / count;
    if (matters == 0) {
      return;
    }
    float[] evidence = examples.get(number).evidence();
    float within = 0;
    for (int t = 0; t < shares.length; t++) {
      within += evidence[t] * shares[t];
    }
    if (within < LEAST) {
      return;
    }
    sum -= matters * Math.log(within);
    for (int t = 0; t < shares.length; t++) {
      int at = slopes.at(pass.batch().start(number) + t) + question;
      slopes.values()[at] += matters * shares[t] * (1 - evidence[t] / within);
    }
  }

  private void tokens(int number) {
    Example example = examples.get(number);
    int child = 2 * example.answers().length;
    int[] tokens = example.sequence().tokens();
    for (int t = 0; t < tokens.length; t++) {
      if (tokens[t] >= 0) {
        int at = slopes.at(pass.batch().start(number) + t) + child;
        token(at, example.child()[t], example.childWeight());
        token(at + 1, example.evidence()[t], EVIDENCE);
      }
    }
  }

  private void token(int at, float right, float weight) {
    float answered = pass.out().values()[at];
    sum += weight * entropy(answered, right) / count;
    slopes.values()[at] = (float) (weight * (chance(answered) - right) / count);
  }

  private static double entropy(float answered, float right) {
    return Math.max(answered, 0) - answered * right + Math.log1p(Math.exp(-Math.abs(answered)));
  }

  private static double chance(float answered) {
    return 1 / (1 + Math.exp(-answered));
  }
}
