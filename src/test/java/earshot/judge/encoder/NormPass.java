package earshot.judge.encoder;

/** Rows through a layer normalisation (Ba, Kiros and Hinton 2016), and the way back. */
final class NormPass {
  private static final double LEAST = 1e-12;

  private final float[] values;
  private final int place;
  private final Matrix normal;
  private final float[] scales;
  private final Matrix out;

  /**
   * @param place where its weights stand, and after them its biases
   */
  NormPass(Parameters parameters, int place, Matrix in) {
    this.values = parameters.values;
    this.place = place;
    normal = Matrix.zero(in.rows(), in.columns());
    out = Matrix.zero(in.rows(), in.columns());
    scales = new float[in.rows()];
    for (int row = 0; row < scales.length; row++) {
      forward(in.values(), row);
    }
  }

  private void forward(float[] in, int row) {
    int width = normal.columns();
    int at = normal.at(row);
    float mean = 0;
    for (int i = 0; i < width; i++) {
      mean += in[at + i];
    }
    mean /= width;
    float spread = 0;
    for (int i = 0; i < width; i++) {
      float apart = in[at + i] - mean;
      spread += apart * apart;
    }
    float scale = (float) (1 / Math.sqrt(spread / width + LEAST));
    scales[row] = scale;
    for (int i = 0; i < width; i++) {
      float each = (in[at + i] - mean) * scale;
      normal.values()[at + i] = each;
      out.values()[at + i] = each * values[place + i] + values[place + width + i];
    }
  }

  Matrix out() {
    return out;
  }

  /**
   * @param slopes by what came out; in the end by what went in
   */
  void back(Matrix slopes, float[] gradient) {
    for (int row = 0; row < scales.length; row++) {
      back(slopes.values(), row, gradient);
    }
  }

  private void back(float[] slopes, int row, float[] gradient) {
    int width = normal.columns();
    int at = normal.at(row);
    float[] normals = normal.values();
    float mean = 0;
    float along = 0;
    for (int i = 0; i < width; i++) {
      float slope = slopes[at + i];
      gradient[place + i] += slope * normals[at + i];
      gradient[place + width + i] += slope;
      slope *= values[place + i];
      slopes[at + i] = slope;
      mean += slope;
      along += slope * normals[at + i];
    }
    mean /= width;
    along /= width;
    float scale = scales[row];
    for (int i = 0; i < width; i++) {
      slopes[at + i] = scale * (slopes[at + i] - mean - normals[at + i] * along);
    }
  }
}
