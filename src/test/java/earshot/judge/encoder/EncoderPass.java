package earshot.judge.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * Sequences through an encoder as it is learnt, from pieces to answers (Devlin et al. 2019); and
 * back. It does what {@link Encoder} does, and keeps what the way back needs.
 */
final class EncoderPass {
  private final Batch batch;
  private final int questions;
  private final InputPass input;
  private final List<LayerPass> layers = new ArrayList<>();
  private final byte[] dropped;
  private final LinearPass answers;

  EncoderPass(Parameters parameters, List<Sequence> sequences, Dropout dropout) {
    Layout layout = parameters.layout;
    batch = new Batch(sequences);
    questions = layout.sizes().questions();
    input = new InputPass(parameters, batch, dropout);
    LayerPass.Setting setting = new LayerPass.Setting(parameters, batch, dropout);
    Matrix rows = input.out();
    for (Layout.LayerPlace place : layout.layers()) {
      LayerPass layer = new LayerPass(setting, place, rows);
      layers.add(layer);
      rows = layer.out();
    }
    // nobody else reads these rows, so they need no copy
    dropped = dropout.drop(rows.values());
    answers = new LinearPass(parameters, layout.answers(), rows);
  }

  Batch batch() {
    return batch;
  }

  /** The answers for each row. */
  Matrix out() {
    return answers.out();
  }

  /** The sums of the questions for one sequence. */
  Pooled pooled(int number) {
    return Pooled.of(batch.of(answers.out(), number), questions);
  }

  /** What {@link Encoder#read} would say of a sequence. */
  Encoder.Answer answer(int number) {
    Pooled pooled = pooled(number);
    Matrix rows = batch.of(answers.out(), number);
    float[] child = new float[rows.rows()];
    for (int t = 0; t < child.length; t++) {
      child[t] = rows.values()[rows.at(t) + 2 * questions];
    }
    return new Encoder.Answer(pooled.sums(), pooled.said(rows), child);
  }

  /**
   * @param slopes of the loss by the answers for each row
   * @param gradient of the loss by the parameters, added to
   */
  void back(Matrix slopes, float[] gradient) {
    Matrix rows = Matrix.zero(input.out().rows(), input.out().columns());
    answers.back(slopes, gradient, rows);
    Dropout.back(dropped, rows.values());
    for (LayerPass layer : layers.reversed()) {
      layer.back(rows, gradient);
    }
    input.back(rows, gradient);
  }
}
