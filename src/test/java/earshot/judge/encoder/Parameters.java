package earshot.judge.encoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An encoder in the making: what is learnt, and what stays as it came. */
public final class Parameters {
  private static final double SPREAD = 0.02;
  private static final float RARE = -2.5f;

  final Layout layout;
  final float[] values;
  final Given given;
  private final Map<Layout.Linear, Matrix> transposed = new HashMap<>();

  /**
   * What is not learnt.
   *
   * @param meanings a row for each piece
   * @param places a row for each place of a sequence
   */
  record Given(Matrix meanings, Matrix places) {}

  Parameters(Sizes sizes, Given given) {
    this.layout = new Layout(sizes);
    this.values = new float[layout.count()];
    this.given = given;
    layout
        .linears()
        .forEach(each -> transposed.put(each, Matrix.zero(each.outputs(), each.inputs())));
  }

  Matrix matrix(Layout.Linear place) {
    return new Matrix(values, place.matrix(), place.inputs(), place.outputs(), place.outputs());
  }

  /** A matrix as the way back needs it; as it stood at the last {@link #transpose()}. */
  Matrix transposed(Layout.Linear place) {
    Matrix matrix = transposed.get(place);
    if (matrix == null) {
      throw new IllegalArgumentException("no such matrix");
    }
    return matrix;
  }

  /** To be called whenever values have changed. */
  void transpose() {
    List<Layout.Linear> linears = layout.linears();
    Halves.run(
        half -> {
          for (int i = half; i < linears.size(); i += 2) {
            VectorProducts.transpose(matrix(linears.get(i)), transposed(linears.get(i)));
          }
        });
  }

  /** Answers nothing in particular as yet: every piece counts the same, most questions are rare. */
  void startAnswers() {
    Random random = new Random(5);
    Layout.Linear answers = layout.answers();
    int questions = layout.sizes().questions();
    Matrix matrix = matrix(answers);
    for (int row = 0; row < matrix.rows(); row++) {
      for (int i = questions; i < layout.sizes().learntAnswers(); i++) {
        values[matrix.at(row) + i] = (float) (random.nextGaussian() * SPREAD);
      }
    }
    // evidence, the last one, starts even
    for (int i = questions; i < layout.sizes().answers(); i++) {
      values[answers.bias() + i] = RARE;
    }
  }
}
