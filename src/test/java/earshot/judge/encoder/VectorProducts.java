package earshot.judge.encoder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices with the processor's vectors. Each number of the product is summed up in the
 * order of the columns of the first matrix, whatever the tiles, so results do not depend on them.
 */
final class VectorProducts {
  /** The longest vector there is; matrices that are multiplied have rows of a multiple of it. */
  static final int LONGEST = 16;

  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > LONGEST
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();
  private static final int BLOCK = 16;

  private VectorProducts() {}

  /** The next multiple of a number of floats that vectors fill. */
  static int room(int count, int multiple) {
    return (count + multiple - 1) / multiple * multiple;
  }

  /** Adds the product of {@code a} and {@code b} to {@code c}. */
  static void add(Matrix a, Matrix b, Matrix c) {
    if (a.columns() > b.rows() || b.columns() != c.columns() || c.columns() % LENGTH != 0) {
      throw new IllegalArgumentException("matrices that do not fit");
    }
    int fours = a.rows() / 4 * 4;
    int pairs = c.columns() / (2 * LENGTH) * (2 * LENGTH);
    for (int column = 0; column < pairs; column += 2 * LENGTH) {
      for (int row = 0; row < fours; row += 4) {
        fourByTwo(a, b, c, row, column);
      }
    }
    for (int column = pairs; column < c.columns(); column += LENGTH) {
      for (int row = 0; row < fours; row += 4) {
        fourByOne(a, b, c, row, column);
      }
    }
    for (int row = fours; row < a.rows(); row++) {
      one(a, b, c, row);
    }
  }

  private static void fourByTwo(Matrix a, Matrix b, Matrix c, int row, int column) {
    float[] out = c.values();
    float[] left = a.values();
    int c0 = c.at(row) + column;
    int c1 = c0 + c.stride();
    int c2 = c1 + c.stride();
    int c3 = c2 + c.stride();
    FloatVector v00 = load(out, c0);
    FloatVector v01 = load(out, c0 + LENGTH);
    FloatVector v10 = load(out, c1);
    FloatVector v11 = load(out, c1 + LENGTH);
    FloatVector v20 = load(out, c2);
    FloatVector v21 = load(out, c2 + LENGTH);
    FloatVector v30 = load(out, c3);
    FloatVector v31 = load(out, c3 + LENGTH);
    int stride = a.stride();
    int at = a.at(row);
    int end = at + a.columns();
    for (int k = at, from = b.from() + column; k < end; k++, from += b.stride()) {
      FloatVector b0 = load(b.values(), from);
      FloatVector b1 = load(b.values(), from + LENGTH);
      FloatVector x0 = FloatVector.broadcast(SPECIES, left[k]);
      FloatVector x1 = FloatVector.broadcast(SPECIES, left[k + stride]);
      FloatVector x2 = FloatVector.broadcast(SPECIES, left[k + 2 * stride]);
      FloatVector x3 = FloatVector.broadcast(SPECIES, left[k + 3 * stride]);
      v00 = x0.fma(b0, v00);
      v01 = x0.fma(b1, v01);
      v10 = x1.fma(b0, v10);
      v11 = x1.fma(b1, v11);
      v20 = x2.fma(b0, v20);
      v21 = x2.fma(b1, v21);
      v30 = x3.fma(b0, v30);
      v31 = x3.fma(b1, v31);
    }
    store(v00, v01, out, c0);
    store(v10, v11, out, c1);
    store(v20, v21, out, c2);
    store(v30, v31, out, c3);
  }

  private static void fourByOne(Matrix a, Matrix b, Matrix c, int row, int column) {
    float[] out = c.values();
    float[] left = a.values();
    int c0 = c.at(row) + column;
    int c1 = c0 + c.stride();
    int c2 = c1 + c.stride();
    int c3 = c2 + c.stride();
    FloatVector v0 = load(out, c0);
    FloatVector v1 = load(out, c1);
    FloatVector v2 = load(out, c2);
    FloatVector v3 = load(out, c3);
    int stride = a.stride();
    int at = a.at(row);
    int end = at + a.columns();
    for (int k = at, from = b.from() + column; k < end; k++, from += b.stride()) {
      FloatVector each = load(b.values(), from);
      v0 = FloatVector.broadcast(SPECIES, left[k]).fma(each, v0);
      v1 = FloatVector.broadcast(SPECIES, left[k + stride]).fma(each, v1);
      v2 = FloatVector.broadcast(SPECIES, left[k + 2 * stride]).fma(each, v2);
      v3 = FloatVector.broadcast(SPECIES, left[k + 3 * stride]).fma(each, v3);
    }
    v0.intoArray(out, c0);
    v1.intoArray(out, c1);
    v2.intoArray(out, c2);
    v3.intoArray(out, c3);
  }

  private static void one(Matrix a, Matrix b, Matrix c, int row) {
    int column = 0;
    for (; column + 4 * LENGTH <= c.columns(); column += 4 * LENGTH) {
      oneByFour(a, b, c, row, column);
    }
    for (; column < c.columns(); column += LENGTH) {
      oneByOne(a, b, c, row, column);
    }
  }

  private static void oneByFour(Matrix a, Matrix b, Matrix c, int row, int column) {
    float[] out = c.values();
    int to = c.at(row) + column;
    FloatVector v0 = load(out, to);
    FloatVector v1 = load(out, to + LENGTH);
    FloatVector v2 = load(out, to + 2 * LENGTH);
    FloatVector v3 = load(out, to + 3 * LENGTH);
    int at = a.at(row);
    int end = at + a.columns();
    for (int k = at, from = b.from() + column; k < end; k++, from += b.stride()) {
      FloatVector x = FloatVector.broadcast(SPECIES, a.values()[k]);
      v0 = x.fma(load(b.values(), from), v0);
      v1 = x.fma(load(b.values(), from + LENGTH), v1);
      v2 = x.fma(load(b.values(), from + 2 * LENGTH), v2);
      v3 = x.fma(load(b.values(), from + 3 * LENGTH), v3);
    }
    store(v0, v1, out, to);
    store(v2, v3, out, to + 2 * LENGTH);
  }

  private static void oneByOne(Matrix a, Matrix b, Matrix c, int row, int column) {
    int to = c.at(row) + column;
    FloatVector sum = load(c.values(), to);
    int at = a.at(row);
    int end = at + a.columns();
    for (int k = at, from = b.from() + column; k < end; k++, from += b.stride()) {
      sum = FloatVector.broadcast(SPECIES, a.values()[k]).fma(load(b.values(), from), sum);
    }
    sum.intoArray(c.values(), to);
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
