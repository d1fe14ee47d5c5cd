package earshot.judge.encoder;

/** Sequences to rows: what piece, place, form and word classes add, normalised; and back. */
final class InputPass {
  private final Parameters parameters;
  private final Batch batch;
  private final NormPass norm;
  private final byte[] dropped;

  InputPass(Parameters parameters, Batch batch, Dropout dropout) {
    this.parameters = parameters;
    this.batch = batch;
    Layout layout = parameters.layout;
    Matrix rows = Matrix.zero(batch.rows(), layout.sizes().width());
    for (int number = 0; number < batch.size(); number++) {
      for (int t = 0; t < batch.sequence(number).length(); t++) {
        write(batch.sequence(number), t, rows.values(), rows.at(batch.start(number) + t));
      }
    }
    norm = new NormPass(parameters, layout.first(), rows);
    dropped = dropout.drop(norm.out().values());
  }

  private void write(Sequence sequence, int t, float[] rows, int at) {
    Layout layout = parameters.layout;
    Matrix meanings = parameters.given.meanings();
    Matrix places = parameters.given.places();
    int width = layout.sizes().width();
    add(meanings.values(), meanings.at(sequence.pieces()[t]), rows, at, width);
    add(places.values(), places.at(Math.min(t, places.rows() - 1)), rows, at, width);
    add(parameters.values, layout.form(sequence.forms()[t]), rows, at, width);
    for (int wordClass : sequence.classes()[t]) {
      add(parameters.values, layout.wordClass(wordClass), rows, at, width);
    }
  }

  private static void add(float[] from, int first, float[] to, int at, int width) {
    for (int i = 0; i < width; i++) {
      to[at + i] += from[first + i];
    }
  }

  Matrix out() {
    return norm.out();
  }

  void back(Matrix slopes, float[] gradient) {
    Dropout.back(dropped, slopes.values());
    norm.back(slopes, gradient);
    Layout layout = parameters.layout;
    int width = layout.sizes().width();
    for (int number = 0; number < batch.size(); number++) {
      Sequence sequence = batch.sequence(number);
      for (int t = 0; t < sequence.length(); t++) {
        int at = slopes.at(batch.start(number) + t);
        add(slopes.values(), at, gradient, layout.form(sequence.forms()[t]), width);
        for (int wordClass : sequence.classes()[t]) {
          add(slopes.values(), at, gradient, layout.wordClass(wordClass), width);
        }
      }
    }
  }
}
