package earshot.judge.encoder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes an encoder as it was learnt to the file that the program reads. */
public final class EncoderExport {
  private final Parameters parameters;
  private final EncoderFile.Writer writer;

  private EncoderExport(Parameters parameters, EncoderFile.Writer writer) {
    this.parameters = parameters;
    this.writer = writer;
  }

  /**
   * @param met sequences whose pieces are kept
   */
  public static void write(
      Parameters parameters, Vocabulary vocabulary, List<Sequence> met, OutputStream out)
      throws IOException {
    try (EncoderFile.Writer writer = new EncoderFile.Writer(out)) {
      EncoderExport export = new EncoderExport(parameters, writer);
      export.pieces(vocabulary, met);
      export.rest();
    }
  }

  private void pieces(Vocabulary vocabulary, List<Sequence> met) throws IOException {
    List<String> names = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    Matrix meanings = parameters.given.meanings();
    vocabulary.kept(met).stream()
        .forEach(
            piece -> {
              names.add(vocabulary.names().get(piece));
              rows.add(row(meanings, piece));
            });
    writer.pieces(names, rows.toArray(float[][]::new));
  }

  private void rest() throws IOException {
    Layout layout = parameters.layout;
    writer.matrix(rows(parameters.given.places()));
    writer.matrix(table(layout.form(0), Sequence.FORMS));
    writer.matrix(table(layout.wordClass(0), Sequence.CLASSES));
    norm(layout.first());
    writer.number(layout.layers().size());
    for (Layout.LayerPlace layer : layout.layers()) {
      linear(layer.look(), layer.look().outputs());
      linear(layer.gather(), layer.gather().outputs());
      norm(layer.seen());
      linear(layer.widen(), layer.widen().outputs());
      linear(layer.narrow(), layer.narrow().outputs());
      norm(layer.thought());
    }
    linear(layout.answers(), layout.sizes().answers());
  }

  private float[][] table(int place, int count) {
    int width = parameters.layout.sizes().width();
    return rows(new Matrix(parameters.values, place, count, width, width));
  }

  private void norm(int place) throws IOException {
    int width = parameters.layout.sizes().width();
    vector(place, width);
    vector(place + width, width);
  }

  /**
   * @param outputs how many of its outputs mean something
   */
  private void linear(Layout.Linear place, int outputs) throws IOException {
    writer.matrix(rows(parameters.matrix(place).columns(0, outputs)));
    vector(place.bias(), outputs);
  }

  private void vector(int place, int length) throws IOException {
    writer.vector(Arrays.copyOfRange(parameters.values, place, place + length));
  }

  private static float[][] rows(Matrix matrix) {
    float[][] rows = new float[matrix.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row(matrix, row);
    }
    return rows;
  }

  private static float[] row(Matrix matrix, int row) {
    return Arrays.copyOfRange(matrix.values(), matrix.at(row), matrix.at(row) + matrix.columns());
  }
}
