package earshot.judge.encoder;

/** The Gaussian error linear unit (Hendrycks and Gimpel 2016), read off a table. */
final class Gelu {
  private static final int STEPS = 1024;
  private static final int REACH = 8;
  private static final float[] VALUES = new float[2 * REACH * STEPS + 1];
  private static final float[] SLOPES = new float[VALUES.length];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      double x = (i - REACH * STEPS) / (double) STEPS;
      double share = 0.5 * (1 + erf(x / Math.sqrt(2)));
      VALUES[i] = (float) (x * share);
      SLOPES[i] = (float) (share + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
    }
  }

  private Gelu() {}

  static float of(float x) {
    return Math.abs(x) < REACH ? read(VALUES, x) : Math.max(0, x);
  }

  static float slope(float x) {
    return Math.abs(x) < REACH ? read(SLOPES, x) : x > 0 ? 1 : 0;
  }

  private static float read(float[] table, float x) {
    float place = (x + REACH) * STEPS;
    int at = Math.min(table.length - 2, (int) place);
    return table[at] + (place - at) * (table[at + 1] - table[at]);
  }

  /** The error function to seven digits (Numerical Recipes, erfc with Chebyshev coefficients). */
  private static double erf(double x) {
    double t = 1 / (1 + 0.5 * Math.abs(x));
    double[] c = {
      -1.26551223,
      1.00002368,
      0.37409196,
      0.09678418,
      -0.18628806,
      0.27886807,
      -1.13520398,
      1.48851587,
      -0.82215223,
      0.17087277
    };
    double sum = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      sum = c[i] + t * sum;
    }
    double y = 1 - t * Math.exp(-x * x + sum);
    return x >= 0 ? y : -y;
  }
}
