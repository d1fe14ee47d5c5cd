package earshot.judge.encoder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices with the processor's vectors. Each number of the product is summed up in the
 * order of the columns of the first matrix, whatever the tiles, so results do not depend on them.
 * The tiles are those of Goto and van de Geijn (2008): six rows of two vectors stay in registers.
 */
final class VectorProducts {
  /** Two of the longest vectors there are; what is multiplied has rows of a multiple of it. */
  private static final int ROOM = 32;

  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > ROOM / 2
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** The columns that are reckoned at a time. */
  private static final int PANEL = 2 * LENGTH;

  private static final int BLOCK = 16;

  private VectorProducts() {}

  /** The next length of a row that can be multiplied. */
  static int room(int count) {
    return (count + ROOM - 1) / ROOM * ROOM;
  }

  /** Adds the product of {@code a} and {@code b} to {@code c}. */
  static void add(Matrix a, Matrix b, Matrix c) {
    if (a.columns() > b.rows() || b.columns() != c.columns() || c.columns() % PANEL != 0) {
      throw new IllegalArgumentException("matrices that do not fit");
    }
    float[] panel = new float[a.columns() * PANEL];
    int sixes = a.rows() / 6 * 6;
    for (int column = 0; column < c.columns(); column += PANEL) {
      pack(b, column, panel);
      for (int row = 0; row < sixes; row += 6) {
        six(a, panel, c, row, column);
      }
      for (int row = sixes; row < a.rows(); row++) {
        one(a, panel, c, row, column);
      }
    }
  }

  /** Two vectors of each row, row after row, which the cache holds as they stand. */
  private static void pack(Matrix b, int column, float[] panel) {
    for (int to = 0, from = b.from() + column; to < panel.length; to += PANEL, from += b.stride()) {
      System.arraycopy(b.values(), from, panel, to, PANEL);
    }
  }

  private static void six(Matrix a, float[] panel, Matrix c, int row, int column) {
    float[] out = c.values();
    float[] left = a.values();
    int c0 = c.at(row) + column;
    int c1 = c0 + c.stride();
    int c2 = c1 + c.stride();
    int c3 = c2 + c.stride();
    int c4 = c3 + c.stride();
    int c5 = c4 + c.stride();
    FloatVector v00 = load(out, c0);
    FloatVector v01 = load(out, c0 + LENGTH);
    FloatVector v10 = load(out, c1);
    FloatVector v11 = load(out, c1 + LENGTH);
    FloatVector v20 = load(out, c2);
    FloatVector v21 = load(out, c2 + LENGTH);
    FloatVector v30 = load(out, c3);
    FloatVector v31 = load(out, c3 + LENGTH);
    FloatVector v40 = load(out, c4);
    FloatVector v41 = load(out, c4 + LENGTH);
    FloatVector v50 = load(out, c5);
    FloatVector v51 = load(out, c5 + LENGTH);
    int stride = a.stride();
    for (int k = a.at(row), from = 0; from < panel.length; k++, from += PANEL) {
      FloatVector b0 = load(panel, from);
      FloatVector b1 = load(panel, from + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, left[k]);
      v00 = x0.fma(b0, v00);
      v01 = x0.fma(b1, v01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, left[k + stride]);
      v10 = x1.fma(b0, v10);
      v11 = x1.fma(b1, v11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, left[k + 2 * stride]);
      v20 = x2.fma(b0, v20);
      v21 = x2.fma(b1, v21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, left[k + 3 * stride]);
      v30 = x3.fma(b0, v30);
      v31 = x3.fma(b1, v31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, left[k + 4 * stride]);
      v40 = x4.fma(b0, v40);
      v41 = x4.fma(b1, v41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, left[k + 5 * stride]);
      v50 = x5.fma(b0, v50);
      v51 = x5.fma(b1, v51);
    }
    store(v00, v01, out, c0);
    store(v10, v11, out, c1);
    store(v20, v21, out, c2);
    store(v30, v31, out, c3);
    store(v40, v41, out, c4);
    store(v50, v51, out, c5);
  }

  private static void one(Matrix a, float[] panel, Matrix c, int row, int column) {
    int to = c.at(row) + column;
    FloatVector v0 = load(c.values(), to);
    FloatVector v1 = load(c.values(), to + LENGTH);
    for (int k = a.at(row), from = 0; from < panel.length; k++, from += PANEL) {
      FloatVector x = FloatVector.broadcast(SPECIES, a.values()[k]);
      v0 = x.fma(load(panel, from), v0);
      v1 = x.fma(load(panel, from + LENGTH), v1);
    }
    store(v0, v1, c.values(), to);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static void store(FloatVector first, FloatVector second, float[] values, int at) {
    first.intoArray(values, at);
    second.intoArray(values, at + LENGTH);
  }

  /** Writes rows as columns, block by block, so that both stay in the cache. */
  static void transpose(Matrix from, Matrix to) {
    for (int row = 0; row < from.rows(); row += BLOCK) {
      for (int column = 0; column < from.columns(); column += BLOCK) {
        transposeBlock(from, to, row, column);
      }
    }
  }

  private static void transposeBlock(Matrix from, Matrix to, int firstRow, int firstColumn) {
    int rows = Math.min(from.rows(), firstRow + BLOCK);
    int columns = Math.min(from.columns(), firstColumn + BLOCK);
    for (int row = firstRow; row < rows; row++) {
      for (int column = firstColumn; column < columns; column++) {
        to.values()[to.at(column) + row] = from.values()[from.at(row) + column];
      }
    }
  }
}
