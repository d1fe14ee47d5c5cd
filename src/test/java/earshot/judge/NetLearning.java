package earshot.judge;

import earshot.judge.weigh.Examples;
import java.util.Random;

/** Learns a small net of one hidden layer that answers all questions at once (AdaGrad). */
final class NetLearning {
  static final int HIDDEN = 24;
  private static final int PASSES = 10;
  private static final float RATE = 0.05f;
  private static final float DROPPED = 0.3f;
  private static final float DROPPED_TRAITS = 0.18f;
  private static final float LEAK = 0.05f;

  private final Examples examples;
  private final boolean[][] answers;
  private final boolean[] used;
  private final int width;
  private final float[] first;
  private final float[] firstBias = new float[HIDDEN];
  private final float[][] second;
  private final float[] firstSlopes;
  private final float[] firstBiasSlopes = new float[HIDDEN];
  private final float[][] secondSlopes;
  private final Random random = new Random(29);

  /**
   * @param first the weights of each column, hidden unit by hidden unit, the biases last
   * @param second for each question its weight of each hidden unit, the bias last
   */
  record Net(float[][] first, float[][] second) {}

  private NetLearning(Examples examples, boolean[][] answers, boolean[] used) {
    this.used = used;
    this.examples = examples;
    this.answers = answers;
    this.width = examples.width();
    first = new float[width * HIDDEN];
    firstSlopes = new float[width];
    second = new float[answers.length][HIDDEN + 1];
    secondSlopes = new float[answers.length][HIDDEN + 1];
    double spread = 0.05 / Math.sqrt(HIDDEN);
    for (int i = 0; i < first.length; i++) {
      float start = (float) (random.nextGaussian() * spread);
      first[i] = used[i / HIDDEN] ? start : 0;
    }
    for (float[] row : second) {
      for (int k = 0; k < HIDDEN; k++) {
        row[k] = (float) (random.nextGaussian() / Math.sqrt(HIDDEN));
      }
      row[HIDDEN] = -2;
    }
  }

  /**
   * @param used the columns that the net may look at
   * @param rows the rows to learn from
   */
  static Net learn(Examples examples, boolean[][] answers, boolean[] used, int[] rows) {
    NetLearning learning = new NetLearning(examples, answers, used);
    int[] order = rows.clone();
    for (int pass = 0; pass < PASSES; pass++) {
      learning.shuffle(order);
      float rate = RATE * (1 - pass / (float) PASSES);
      for (int row : order) {
        learning.take(row, rate);
      }
    }
    return learning.net();
  }

  private Net net() {
    float[][] units = new float[HIDDEN][width + 1];
    for (int column = 0; column < width; column++) {
      for (int k = 0; k < HIDDEN; k++) {
        units[k][column] = first[column * HIDDEN + k];
      }
    }
    for (int k = 0; k < HIDDEN; k++) {
      units[k][width] = firstBias[k];
    }
    return new Net(units, second);
  }

  private void take(int row, float rate) {
    int[] columns = examples.columns()[row];
    float[] values = thinned(columns, examples.values()[row]);
    float[] sums = firstBias.clone();
    for (int i = 0; i < columns.length; i++) {
      int at = columns[i] * HIDDEN;
      for (int k = 0; k < HIDDEN && values[i] != 0; k++) {
        sums[k] += values[i] * first[at + k];
      }
    }
    float[] kept = new float[HIDDEN];
    float[] risen = new float[HIDDEN];
    for (int k = 0; k < HIDDEN; k++) {
      kept[k] = random.nextFloat() < DROPPED ? 0 : 1 / (1 - DROPPED);
      risen[k] = (sums[k] > 0 ? sums[k] : LEAK * sums[k]) * kept[k];
    }
    float[] blame = new float[HIDDEN];
    for (int q = 0; q < second.length; q++) {
      answer(q, answers[q][row], risen, blame, rate);
    }
    float size = 0;
    for (int k = 0; k < HIDDEN; k++) {
      blame[k] *= kept[k] * (sums[k] > 0 ? 1 : LEAK);
      firstBiasSlopes[k] += blame[k] * blame[k];
      firstBias[k] -= rate * blame[k] / (float) Math.sqrt(firstBiasSlopes[k] + 1);
      size += blame[k] * blame[k] / HIDDEN;
    }
    for (int i = 0; i < columns.length; i++) {
      if (values[i] != 0) {
        move(columns[i], values[i], blame, size, rate);
      }
    }
  }

  private float[] thinned(int[] columns, float[] values) {
    float[] thinned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean dropped = random.nextFloat() < DROPPED_TRAITS || !used[columns[i]];
      thinned[i] = dropped ? 0 : values[i] / (1 - DROPPED_TRAITS);
    }
    return thinned;
  }

  private void answer(int q, boolean yes, float[] risen, float[] blame, float rate) {
    float[] row = second[q];
    float[] slopes = secondSlopes[q];
    float sum = row[HIDDEN];
    for (int k = 0; k < HIDDEN; k++) {
      sum += row[k] * risen[k];
    }
    float error = (float) (1 / (1 + Math.exp(-sum))) - (yes ? 1 : 0);
    for (int k = 0; k < HIDDEN; k++) {
      blame[k] += error * row[k];
      float slope = error * risen[k];
      slopes[k] += slope * slope;
      row[k] -= rate * slope / (float) Math.sqrt(slopes[k] + 0.1f);
    }
    slopes[HIDDEN] += error * error;
    row[HIDDEN] -= rate * error / (float) Math.sqrt(slopes[HIDDEN] + 1);
  }

  private void move(int column, float value, float[] blame, float size, float rate) {
    firstSlopes[column] += size * value * value;
    float step = rate * value / (float) Math.sqrt(firstSlopes[column] + 1e-4f);
    int at = column * HIDDEN;
    for (int k = 0; k < HIDDEN; k++) {
      first[at + k] -= step * blame[k];
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }

  /** The net's sums of one row. */
  static float[] sums(Net net, Examples examples, int row) {
    int[] columns = examples.columns()[row];
    float[] values = examples.values()[row];
    float[] hidden = new float[HIDDEN];
    for (int k = 0; k < HIDDEN; k++) {
      hidden[k] = net.first()[k][examples.width()];
    }
    for (int i = 0; i < columns.length; i++) {
      for (int k = 0; k < HIDDEN; k++) {
        hidden[k] += values[i] * net.first()[k][columns[i]];
      }
    }
    return earshot.judge.weigh.Mixture.second(hidden, net.second());
  }
}
