package earshot.judge.encoder;

/** Rows through a matrix, and the way back. */
final class LinearPass {
  private final Parameters parameters;
  private final Layout.Linear place;
  private final Matrix in;
  private final Matrix out;

  LinearPass(Parameters parameters, Layout.Linear place, Matrix in) {
    this.parameters = parameters;
    this.place = place;
    this.in = in;
    out = Matrix.zero(in.rows(), place.outputs());
    for (int row = 0; row < out.rows(); row++) {
      System.arraycopy(parameters.values, place.bias(), out.values(), out.at(row), place.outputs());
    }
    VectorProducts.add(in, parameters.matrix(place), out);
  }

  Matrix out() {
    return out;
  }

  /**
   * @param slopes of the loss by what came out
   * @param gradient of the loss by the parameters, added to
   * @param inSlopes of the loss by what went in, added to
   */
  void back(Matrix slopes, float[] gradient, Matrix inSlopes) {
    int outputs = place.outputs();
    VectorProducts.add(
        in.transposed(),
        slopes,
        new Matrix(gradient, place.matrix(), place.inputs(), outputs, outputs));
    float[] values = slopes.values();
    int bias = place.bias();
    for (int row = 0; row < slopes.rows(); row++) {
      for (int i = 0, at = slopes.at(row); i < outputs; i++) {
        gradient[bias + i] += values[at + i];
      }
    }
    VectorProducts.add(slopes, parameters.transposed(place), inSlopes);
  }
}
