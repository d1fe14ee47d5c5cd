package earshot.source.page.body;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Boosted decision trees, read from a resource.
 *
 * @param bias what the score begins with
 * @param column by node: the column it asks about, or -1 for a leaf
 * @param value by node: the threshold, or what a leaf adds
 * @param right by node: where a row goes whose number is above the threshold; the left child stands
 *     next to its parent
 * @param roots where each tree begins
 */
record Forest(float bias, short[] column, float[] value, int[] right, int[] roots) {

  /** Reads what {@code LearnMainText} wrote. */
  static Forest read(String resource) {
    try (InputStream bytes = Forest.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("The build lacks " + resource + ".");
      }
      return read(new DataInputStream(new java.io.BufferedInputStream(bytes)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Forest read(DataInputStream in) throws IOException {
    float bias = in.readFloat();
    int[] roots = new int[in.readInt()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = in.readInt();
    }
    int nodes = in.readInt();
    short[] column = new short[nodes];
    float[] value = new float[nodes];
    int[] right = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      int asked = in.readUnsignedByte();
      column[i] = (short) (asked == 255 ? -1 : asked);
      value[i] = in.readFloat();
      right[i] = column[i] < 0 ? 0 : in.readUnsignedByte() + i;
    }
    return new Forest(bias, column, value, right, roots);
  }

  /** The probability that the row's block belongs. */
  double probability(float[] row) {
    double score = bias;
    for (int root : roots) {
      int node = root;
      while (column[node] >= 0) {
        node = row[column[node]] <= value[node] ? node + 1 : right[node];
      }
      score += value[node];
    }
    return 1 / (1 + Math.exp(-score));
  }
}
