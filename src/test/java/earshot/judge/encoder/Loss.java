package earshot.judge.encoder;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How wrong answers are: the cross entropy of all questions, of the child's words, of the evidence
 * and of looking at it where the answer is yes; and how differently two versions of an example are
 * answered. For an example of the batch on average.
 */
final class Loss {
  private static final float EVIDENCE = 0.02f;

  /** How much it matters that both versions are answered alike. */
  private static final float ALIKE = 1;

  /** Where less than this is looked at evidence there is none in what was read. */
  private static final float LEAST = 1e-6f;

  private final EncoderPass pass;
  private final Importance importance;
  private final float scale;
  private final Matrix slopes;
  private double sum;

  /**
   * @param examples those of the pass, each in as many versions, one or two
   * @param importance how much each question matters
   * @param count how many examples there are in the batch, of which they are a part
   */
  Loss(EncoderPass pass, List<List<Example>> examples, Importance importance, int count) {
    this.pass = pass;
    this.importance = importance;
    int together = examples.get(0).size();
    scale = 1f / (count * together);
    slopes = Matrix.zero(pass.out().rows(), pass.out().columns());
    int number = 0;
    for (List<Example> versions : examples) {
      List<Pooled> pooled =
          IntStream.range(number, number + together).mapToObj(pass::pooled).toList();
      for (int version = 0; version < together; version++) {
        // the other one of two; a single one is its own
        Pooled other = pooled.get(together - 1 - version);
        questions(number, versions.get(version), pooled.get(version), other);
        tokens(number, versions.get(version));
        number++;
      }
    }
  }

  double sum() {
    return sum;
  }

  /** Slopes by the answers for each row. */
  Matrix slopes() {
    return slopes;
  }

  private void questions(int number, Example example, Pooled pooled, Pooled other) {
    float[] right = example.answers();
    for (int q = 0; q < right.length; q++) {
      float answered = pooled.sums()[q];
      float slope = answer(answered, right[q], other.sums()[q], importance.answer()[q] * scale);
      float[] shares = pooled.shares()[q];
      for (int t = 0; t < shares.length; t++) {
        int at = slopes.at(pass.batch().start(number) + t);
        float said = pass.out().values()[at + right.length + q];
        slopes.values()[at + right.length + q] = shares[t] * slope;
        slopes.values()[at + q] = shares[t] * slope * (said - answered);
      }
      if (right[q] == 1) {
        look(number, q, example.evidence(), shares);
      }
    }
  }

  /**
   * Adds up how wrong an answer is, and half of how far it is from that to the other version: the
   * mean of both divergences of Kullback and Leibler (Wu et al. 2021, R-Drop; Garg et al. 2019).
   *
   * @return the slope of the loss by the answer
   */
  private float answer(float answered, float right, float other, float matters) {
    double chance = chance(answered);
    double apart = chance - chance(other);
    double far = answered - other;
    sum += matters * (entropy(answered, right) + ALIKE * apart * far / 4);
    return (float) (matters * (chance - right + ALIKE * (apart + chance * (1 - chance) * far) / 2));
  }

  /** What decided is looked for where a reader said that it stands (Zaidan et al. 2007). */
  private void look(int number, int question, float[] evidence, float[] shares) {
    float matters = importance.look()[question] * scale;
    if (matters == 0) {
      return;
    }
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

  private void tokens(int number, Example example) {
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
    sum += weight * scale * entropy(answered, right);
    slopes.values()[at] = (float) (weight * scale * (chance(answered) - right));
  }

  private static double entropy(float answered, float right) {
    return Math.max(answered, 0) - answered * right + Math.log1p(Math.exp(-Math.abs(answered)));
  }

  private static double chance(float answered) {
    return 1 / (1 + Math.exp(-answered));
  }
}
