package earshot.judge.encoder;

/**
 * Adam (Kingma and Ba 2015) with decay of the weights apart from the gradient (Loshchilov and
 * Hutter 2019), and with gradients clipped to a length of 1.
 */
final class Adam {
  private static final float OLD_MEAN = 0.9f;
  private static final float NEW_MEAN = 0.1f;
  private static final float OLD_SQUARE = 0.98f;
  private static final float NEW_SQUARE = 0.02f;
  private static final float LEAST = 1e-6f;
  private static final float DECAY = 0.01f;

  /** What starts from nothing learns faster than what was learnt elsewhere. */
  private static final float FASTER = 10;

  private static final int CHUNK = 4096;

  private final Parameters parameters;
  private final float[] means;
  private final float[] squares;
  private int steps;

  /** How this step is scaled: the gradient, then both moments, which start at 0. */
  private record Scales(float clip, float mean, float square) {}

  Adam(Parameters parameters) {
    this.parameters = parameters;
    means = new float[parameters.values.length];
    squares = new float[means.length];
  }

  /** Takes a step down the sum of two gradients, which is left in the first. */
  void step(float[] gradient, float[] more, float rate) {
    steps++;
    int half = means.length / 2;
    int[] bounds = {0, half, means.length};
    double[] lengths = new double[2];
    Halves.run(h -> lengths[h] = add(more, gradient, bounds[h], bounds[h + 1]));
    Scales scales =
        new Scales(
            (float) Math.min(1, 1 / Math.sqrt(lengths[0] + lengths[1] + 1e-12)),
            (float) (1 / (1 - Math.pow(0.9, steps))),
            (float) (1 / (1 - Math.pow(0.98, steps))));
    int old = parameters.layout.first();
    int answers = parameters.layout.answers().matrix();
    Halves.run(
        h -> {
          int from = bounds[h];
          int to = bounds[h + 1];
          move(gradient, from, Math.min(to, old), scales, rate * FASTER);
          move(gradient, Math.max(from, old), Math.min(to, answers), scales, rate);
          move(gradient, Math.max(from, answers), to, scales, rate * FASTER);
        });
    parameters.transpose();
  }

  /** The sum of squares after adding, of floats chunk by chunk for speed. */
  private static double add(float[] more, float[] gradient, int from, int to) {
    double sum = 0;
    float part = 0;
    for (int i = from; i < to; i++) {
      gradient[i] += more[i];
      part += gradient[i] * gradient[i];
      if (i % CHUNK == 0) {
        sum += part;
        part = 0;
      }
    }
    return sum + part;
  }

  private void move(float[] gradient, int from, int to, Scales scales, float rate) {
    float[] values = parameters.values;
    for (int i = from; i < to; i++) {
      float slope = gradient[i] * scales.clip;
      float mean = OLD_MEAN * means[i] + NEW_MEAN * slope;
      float square = OLD_SQUARE * squares[i] + NEW_SQUARE * slope * slope;
      means[i] = mean;
      squares[i] = square;
      float step = mean * scales.mean / ((float) Math.sqrt(square * scales.square) + LEAST);
      values[i] -= rate * (step + DECAY * values[i]);
    }
  }
}
