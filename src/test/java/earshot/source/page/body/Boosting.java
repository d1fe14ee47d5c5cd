package earshot.source.page.body;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Learns a {@link Forest}: boosted trees for logistic loss over binned columns; deterministic. */
final class Boosting {
  private static final int BINS = 48;
  private static final int DEPTH = 4;
  private static final double RATE = 0.05;
  private static final double RIDGE = 2;
  private static final double SMALLEST = 5;
  private static final double ROWS = 0.7;
  private static final double COLUMNS = 0.3;

  private final float[][] rows;
  private final float[] target;
  private final float[] weight;
  private final int columns;
  private final float[][] edges;
  private final byte[][] binned;
  private final double[] score;
  private final double[] gradient;
  private final double[] hessian;
  private final SplittableRandom random = new SplittableRandom(20261121);

  private final List<Short> column = new ArrayList<>();
  private final List<Float> value = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();
  private final List<Integer> roots = new ArrayList<>();

  private Boosting(float[][] rows, float[] target, float[] weight) {
    this.rows = rows;
    this.target = target;
    this.weight = weight;
    columns = rows[0].length;
    edges = new float[columns][];
    binned = new byte[columns][rows.length];
    IntStream.range(0, columns).parallel().forEach(this::bin);
    score = new double[rows.length];
    gradient = new double[rows.length];
    hessian = new double[rows.length];
  }

  static Forest learn(float[][] rows, float[] target, float[] weight, int trees) {
    Boosting boosting = new Boosting(rows, target, weight);
    double yes = 0;
    double all = 0;
    for (int i = 0; i < rows.length; i++) {
      yes += target[i] * weight[i];
      all += weight[i];
    }
    float bias = (float) Math.log((yes + 1) / (all - yes + 1));
    Arrays.fill(boosting.score, bias);
    for (int tree = 0; tree < trees; tree++) {
      boosting.grow();
    }
    return boosting.forest(bias);
  }

  private void bin(int c) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][c];
    }
    Arrays.sort(values);
    float[] cut = new float[BINS];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      float edge = values[(int) ((long) b * (values.length - 1) / BINS)];
      if ((count == 0 || edge > cut[count - 1]) && edge < values[values.length - 1]) {
        cut[count++] = edge;
      }
    }
    edges[c] = Arrays.copyOf(cut, count);
    for (int i = 0; i < rows.length; i++) {
      int at = Arrays.binarySearch(edges[c], rows[i][c]);
      binned[c][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  private void grow() {
    int[] sample = new int[rows.length];
    int size = 0;
    for (int i = 0; i < rows.length; i++) {
      double p = 1 / (1 + Math.exp(-score[i]));
      gradient[i] = weight[i] * (target[i] - p);
      hessian[i] = weight[i] * Math.max(1e-6, p * (1 - p));
      if (random.nextDouble() < ROWS) {
        sample[size++] = i;
      }
    }
    boolean[] asked = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      asked[c] = random.nextDouble() < COLUMNS;
    }
    int root = column.size();
    roots.add(root);
    split(Arrays.copyOf(sample, size), asked, DEPTH);
    for (int i = 0; i < rows.length; i++) {
      score[i] += leaf(root, rows[i]);
    }
  }

  private float leaf(int root, float[] row) {
    int node = root;
    while (column.get(node) >= 0) {
      node = row[column.get(node)] <= value.get(node) ? node + 1 : right.get(node);
    }
    return value.get(node);
  }

  private record Cut(int column, int bin, double gain) {}

  private void split(int[] sample, boolean[] asked, int depth) {
    double g = 0;
    double h = 0;
    for (int i : sample) {
      g += gradient[i];
      h += hessian[i];
    }
    Cut best = depth == 0 ? null : best(sample, asked, g, h);
    int node = column.size();
    if (best == null) {
      column.add((short) -1);
      value.add((float) (RATE * g / (h + RIDGE)));
      right.add(0);
      return;
    }
    column.add((short) best.column());
    value.add(edges[best.column()][best.bin()]);
    right.add(0);
    byte[] bins = binned[best.column()];
    split(Arrays.stream(sample).filter(i -> bins[i] <= best.bin()).toArray(), asked, depth - 1);
    right.set(node, column.size());
    split(Arrays.stream(sample).filter(i -> bins[i] > best.bin()).toArray(), asked, depth - 1);
  }

  private Cut best(int[] sample, boolean[] asked, double g, double h) {
    return IntStream.range(0, columns)
        .filter(c -> asked[c] && edges[c].length > 0)
        .parallel()
        .mapToObj(c -> best(sample, c, g, h))
        .reduce(null, (a, b) -> a == null || (b != null && b.gain() > a.gain()) ? b : a);
  }

  private Cut best(int[] sample, int c, double g, double h) {
    double[] sums = new double[2 * BINS];
    byte[] bins = binned[c];
    for (int i : sample) {
      sums[2 * bins[i]] += gradient[i];
      sums[2 * bins[i] + 1] += hessian[i];
    }
    double whole = g * g / (h + RIDGE);
    double left = 0;
    double leftH = 0;
    Cut best = null;
    for (int b = 0; b < edges[c].length; b++) {
      left += sums[2 * b];
      leftH += sums[2 * b + 1];
      if (leftH < SMALLEST || h - leftH < SMALLEST) {
        continue;
      }
      double rest = g - left;
      double gain = left * left / (leftH + RIDGE) + rest * rest / (h - leftH + RIDGE) - whole;
      if (gain > 1e-3 && (best == null || gain > best.gain())) {
        best = new Cut(c, b, gain);
      }
    }
    return best;
  }

  private Forest forest(float bias) {
    short[] columns = new short[column.size()];
    float[] values = new float[column.size()];
    int[] rights = new int[column.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column.get(i);
      values[i] = value.get(i);
      rights[i] = right.get(i);
    }
    return new Forest(
        bias, columns, values, rights, roots.stream().mapToInt(Integer::intValue).toArray());
  }

  static void write(Forest forest, OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(out)) {
      data.writeFloat(forest.bias());
      data.writeInt(forest.roots().length);
      for (int root : forest.roots()) {
        data.writeInt(root);
      }
      data.writeInt(forest.column().length);
      for (int i = 0; i < forest.column().length; i++) {
        data.writeByte(forest.column()[i]);
        data.writeFloat(forest.value()[i]);
        if (forest.column()[i] >= 0) {
          data.writeByte(forest.right()[i] - i);
        }
      }
    }
  }
}
