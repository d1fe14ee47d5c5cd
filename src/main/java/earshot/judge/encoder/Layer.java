package earshot.judge.encoder;

/**
 * One layer of the encoder: each piece looks at all others, then is thought over by itself (Vaswani
 * et al. 2017). Matrices are rows by input.
 *
 * @param look queries, keys and values side by side
 * @param gather what was seen, of all heads
 * @param widen first step of thinking over
 * @param narrow second step
 */
record Layer(Linear look, Linear gather, Norm seen, Linear widen, Linear narrow, Norm thought) {
  /** Width of a head. */
  static final int HEAD = 32;

  private static final float SCALE = (float) (1 / Math.sqrt(HEAD));

  /** A matrix and what its products start from. */
  record Linear(float[][] matrix, float[] bias) {
    float[][] of(float[][] rows) {
      float[][] product = Rows.from(bias, rows.length);
      Rows.addProduct(rows, matrix, product);
      return product;
    }
  }

  float[][] apply(float[][] rows) {
    float[][] saw = gather.of(attend(look.of(rows), rows[0].length));
    add(rows, saw);
    seen.apply(saw);
    float[][] wide = widen.of(saw);
    for (float[] row : wide) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Gelu.of(row[i]);
      }
    }
    float[][] out = narrow.of(wide);
    add(saw, out);
    thought.apply(out);
    return out;
  }

  private static void add(float[][] from, float[][] to) {
    for (int t = 0; t < to.length; t++) {
      float[] source = from[t];
      float[] sum = to[t];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += source[i];
      }
    }
  }

  private static float[][] attend(float[][] looks, int width) {
    int length = looks.length;
    float[][] saw = new float[length][width];
    float[][] query = new float[length][HEAD];
    float[][] keys = new float[HEAD][length];
    float[][] values = new float[length][HEAD];
    for (int head = 0; head < width; head += HEAD) {
      for (int t = 0; t < length; t++) {
        System.arraycopy(looks[t], head, query[t], 0, HEAD);
        System.arraycopy(looks[t], 2 * width + head, values[t], 0, HEAD);
        for (int i = 0; i < HEAD; i++) {
          keys[i][t] = looks[t][width + head + i];
        }
      }
      float[][] shares = new float[length][length];
      Rows.addProduct(query, keys, shares);
      for (float[] row : shares) {
        toShares(row);
      }
      float[][] seen = new float[length][HEAD];
      Rows.addProduct(shares, values, seen);
      for (int t = 0; t < length; t++) {
        System.arraycopy(seen[t], 0, saw[t], head, HEAD);
      }
    }
    return saw;
  }

  private static void toShares(float[] row) {
    float most = row[0];
    for (float value : row) {
      most = Math.max(most, value);
    }
    float sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) Math.exp((row[i] - most) * SCALE);
      sum += row[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= sum;
    }
  }
}
