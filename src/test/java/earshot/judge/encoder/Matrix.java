package earshot.judge.encoder;

/**
 * Rows of numbers within an array.
 *
 * @param from where the first row starts
 * @param stride how far each row starts after the one before
 */
record Matrix(float[] values, int from, int rows, int columns, int stride) {

  static Matrix zero(int rows, int columns) {
    return new Matrix(new float[rows * columns], 0, rows, columns, columns);
  }

  /** Where a row starts. */
  int at(int row) {
    return from + row * stride;
  }

  Matrix rows(int first, int count) {
    return new Matrix(values, at(first), count, columns, stride);
  }

  Matrix columns(int first, int count) {
    return new Matrix(values, from + first, rows, count, stride);
  }

  Matrix copy() {
    return new Matrix(values.clone(), from, rows, columns, stride);
  }

  Matrix transposed() {
    Matrix transposed = zero(columns, rows);
    VectorProducts.transpose(this, transposed);
    return transposed;
  }
}
