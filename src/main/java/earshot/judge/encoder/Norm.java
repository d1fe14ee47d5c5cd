package earshot.judge.encoder;

/** Layer normalisation (Ba, Kiros and Hinton 2016), in place. */
record Norm(float[] weight, float[] bias) {
  private static final double LEAST = 1e-12;

  void apply(float[][] rows) {
    for (float[] row : rows) {
      apply(row);
    }
  }

  private void apply(float[] row) {
    float mean = 0;
    for (float value : row) {
      mean += value;
    }
    mean /= row.length;
    float spread = 0;
    for (float value : row) {
      spread += (value - mean) * (value - mean);
    }
    float scale = (float) (1 / Math.sqrt(spread / row.length + LEAST));
    for (int i = 0; i < row.length; i++) {
      row[i] = (row[i] - mean) * scale * weight[i] + bias[i];
    }
  }
}
