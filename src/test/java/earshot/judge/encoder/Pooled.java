package earshot.judge.encoder;

/**
 * Answers for pieces joined into one sum a question.
 *
 * @param shares for each question how much each piece counts, 1 together
 */
record Pooled(float[] sums, float[][] shares) {

  static Pooled of(Matrix answers, int questions) {
    float[] sums = new float[questions];
    float[][] shares = new float[questions][answers.rows()];
    for (int q = 0; q < questions; q++) {
      shares(answers, q, shares[q]);
      for (int t = 0; t < answers.rows(); t++) {
        sums[q] += shares[q][t] * answers.values()[answers.at(t) + questions + q];
      }
    }
    return new Pooled(sums, shares);
  }

  private static void shares(Matrix answers, int question, float[] shares) {
    float most = Float.NEGATIVE_INFINITY;
    for (int t = 0; t < shares.length; t++) {
      most = Math.max(most, answers.values()[answers.at(t) + question]);
    }
    float total = 0;
    for (int t = 0; t < shares.length; t++) {
      shares[t] = AttentionPass.exp(answers.values()[answers.at(t) + question] - most);
      total += shares[t];
    }
    for (int t = 0; t < shares.length; t++) {
      shares[t] /= total;
    }
  }

  /** For each question what each piece said, counted as much as it counts. */
  float[][] said(Matrix answers) {
    float[][] said = new float[sums.length][answers.rows()];
    for (int q = 0; q < sums.length; q++) {
      for (int t = 0; t < answers.rows(); t++) {
        said[q][t] = shares[q][t] * answers.values()[answers.at(t) + sums.length + q];
      }
    }
    return said;
  }
}
