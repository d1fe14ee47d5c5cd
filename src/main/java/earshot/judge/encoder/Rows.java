package earshot.judge.encoder;

/**
 * Products of matrices that are rows of floats. The loops run over whole rows from 0, a form that
 * the virtual machine turns into vector instructions.
 */
final class Rows {
  private static final int STEP = 8;

  private Rows() {}

  /** Adds to each row of {@code c} the product of that row of {@code a} with {@code b}. */
  static void addProduct(float[][] a, float[][] b, float[][] c) {
    for (int k = 0; k + STEP <= b.length; k += STEP) {
      for (int t = 0; t < a.length; t++) {
        addEight(a[t], k, b, c[t]);
      }
    }
    for (int k = b.length / STEP * STEP; k < b.length; k++) {
      for (int t = 0; t < a.length; t++) {
        addOne(a[t][k], b[k], c[t]);
      }
    }
  }

  private static void addEight(float[] a, int k, float[][] b, float[] c) {
    float a0 = a[k];
    float a1 = a[k + 1];
    float a2 = a[k + 2];
    float a3 = a[k + 3];
    float a4 = a[k + 4];
    float a5 = a[k + 5];
    float a6 = a[k + 6];
    float a7 = a[k + 7];
    float[] b0 = b[k];
    float[] b1 = b[k + 1];
    float[] b2 = b[k + 2];
    float[] b3 = b[k + 3];
    float[] b4 = b[k + 4];
    float[] b5 = b[k + 5];
    float[] b6 = b[k + 6];
    float[] b7 = b[k + 7];
    for (int j = 0; j < c.length; j++) {
      c[j] +=
          a0 * b0[j]
              + a1 * b1[j]
              + a2 * b2[j]
              + a3 * b3[j]
              + a4 * b4[j]
              + a5 * b5[j]
              + a6 * b6[j]
              + a7 * b7[j];
    }
  }

  private static void addOne(float a, float[] b, float[] c) {
    for (int j = 0; j < c.length; j++) {
      c[j] += a * b[j];
    }
  }

  /** Rows that all start from the same one. */
  static float[][] from(float[] start, int count) {
    float[][] rows = new float[count][];
    for (int t = 0; t < count; t++) {
      rows[t] = start.clone();
    }
    return rows;
  }

  static float dot(float[] a, float[] b, int from, int length) {
    float sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
