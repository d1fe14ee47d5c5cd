package earshot.judge.weigh;

import java.util.Random;

/**
 * Learns one yes-or-no question: L2-regularised logistic regression by dual coordinate descent (Yu,
 * Huang and Lin 2011), deterministic for a seed.
 */
public final class Trainer {
  private static final int PASSES = 40;
  private static final int NEWTON_STEPS = 20;
  private static final double CLOSE = 0.02;

  private final Examples examples;
  private final double cost;

  /**
   * @param cost how much a wrong answer costs beside large weights
   */
  public Trainer(Examples examples, double cost) {
    this.examples = examples;
    this.cost = cost;
  }

  /**
   * The weights, the last one the bias.
   *
   * @param rows the rows to learn from
   * @param answers the answer of each row of the examples
   * @param importance how much each row of the examples counts
   */
  public float[] learn(int[] rows, boolean[] answers, float[] importance) {
    Descent descent = new Descent(rows, answers, importance);
    Random random = new Random(17);
    int[] order = new int[rows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int pass = 0; pass < PASSES; pass++) {
      shuffle(order, random);
      double worst = 0;
      for (int i : order) {
        worst = Math.max(worst, descent.step(i));
      }
      if (worst < CLOSE) {
        break;
      }
    }
    return descent.weights;
  }

  /** What is learnt so far. */
  private final class Descent {
    private final float[] weights = new float[examples.width() + 1];
    private final int[] rows;
    private final boolean[] answers;
    private final double[] limits;
    private final double[] alpha;
    private final double[] squares;

    Descent(int[] rows, boolean[] answers, float[] importance) {
      this.rows = rows;
      this.answers = answers;
      limits = new double[rows.length];
      alpha = new double[2 * rows.length];
      squares = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        limits[i] = cost * importance[rows[i]];
        alpha[2 * i] = Math.min(0.001 * limits[i], 1e-8);
        alpha[2 * i + 1] = limits[i] - alpha[2 * i];
        squares[i] = 1;
        for (float value : examples.values()[rows[i]]) {
          squares[i] += value * value;
        }
        add(weights, rows[i], sign(answers[rows[i]]) * alpha[2 * i]);
      }
    }

    /** Betters what one row says; how wrong it was. */
    double step(int i) {
      double y = sign(answers[rows[i]]);
      double b = y * product(weights, rows[i]);
      double square = squares[i];
      double c = limits[i];
      boolean turned = 0.5 * square * (alpha[2 * i + 1] - alpha[2 * i]) + b < 0;
      int first = turned ? 2 * i + 1 : 2 * i;
      int second = turned ? 2 * i : 2 * i + 1;
      double flip = turned ? -1 : 1;
      double old = alpha[first];
      double z = c - old < 0.5 * c ? 0.1 * old : old;
      double slope = square * (z - old) + flip * b + Math.log(z / (c - z));
      double before = Math.abs(slope);
      for (int newton = 0; newton < NEWTON_STEPS && Math.abs(slope) > 1e-3; newton++) {
        double curve = square + c / (c - z) / z;
        double next = z - slope / curve;
        z = next <= 0 ? z * 0.1 : Math.min(next, c * (1 - 1e-12));
        slope = square * (z - old) + flip * b + Math.log(z / (c - z));
      }
      alpha[first] = z;
      alpha[second] = c - z;
      add(weights, rows[i], flip * (z - old) * y);
      return before;
    }
  }

  private static double sign(boolean answer) {
    return answer ? 1 : -1;
  }

  private double product(float[] weights, int row) {
    int[] columns = examples.columns()[row];
    float[] values = examples.values()[row];
    float sum = weights[weights.length - 1];
    for (int i = 0; i < columns.length; i++) {
      sum += weights[columns[i]] * values[i];
    }
    return sum;
  }

  private void add(float[] weights, int row, double amount) {
    int[] columns = examples.columns()[row];
    float[] values = examples.values()[row];
    float step = (float) amount;
    for (int i = 0; i < columns.length; i++) {
      weights[columns[i]] += step * values[i];
    }
    weights[weights.length - 1] += step;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }
}
