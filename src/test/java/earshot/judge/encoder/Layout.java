package earshot.judge.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each learnt number stands in one array: what forms and word classes add, the first
 * normalisation, the layers, the answers.
 */
final class Layout {
  private final Sizes sizes;
  private final int first;
  private final List<LayerPlace> layers = new ArrayList<>();
  private final Linear answers;
  private int count;

  /** A matrix, and at once after it what its products start from. */
  record Linear(int matrix, int inputs, int outputs) {
    int bias() {
      return matrix + inputs * outputs;
    }
  }

  /** A layer: its four matrices, and where its two normalisations start. */
  record LayerPlace(
      Linear look, Linear gather, int seen, Linear widen, Linear narrow, int thought) {}

  Layout(Sizes sizes) {
    this.sizes = sizes;
    int width = sizes.width();
    take((Sequence.FORMS + Sequence.CLASSES) * width);
    first = norm();
    for (int l = 0; l < sizes.layers(); l++) {
      layers.add(
          new LayerPlace(
              linear(width, 3 * width),
              linear(width, width),
              norm(),
              linear(width, sizes.wide()),
              linear(sizes.wide(), width),
              norm()));
    }
    answers = linear(width, VectorProducts.room(sizes.learntAnswers()));
  }

  private int take(int numbers) {
    int at = count;
    count += numbers;
    return at;
  }

  private int norm() {
    return take(2 * sizes.width());
  }

  private Linear linear(int inputs, int outputs) {
    return new Linear(take(inputs * outputs + outputs), inputs, outputs);
  }

  Sizes sizes() {
    return sizes;
  }

  /** How many numbers there are. */
  int count() {
    return count;
  }

  int form(int number) {
    return number * sizes.width();
  }

  int wordClass(int number) {
    return (Sequence.FORMS + number) * sizes.width();
  }

  /** Where the first normalisation starts: its weights, then its biases. */
  int first() {
    return first;
  }

  List<LayerPlace> layers() {
    return layers;
  }

  Linear answers() {
    return answers;
  }

  List<Linear> linears() {
    List<Linear> linears = new ArrayList<>();
    for (LayerPlace layer : layers) {
      linears.addAll(List.of(layer.look, layer.gather, layer.widen, layer.narrow));
    }
    linears.add(answers);
    return linears;
  }
}
