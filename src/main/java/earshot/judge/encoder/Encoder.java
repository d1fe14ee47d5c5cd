package earshot.judge.encoder;

import java.util.List;

/**
 * Reads a post as a sequence of pieces and answers every question about it at once. For each
 * question some pieces count more than others; how much each says is kept, as the reason.
 *
 * @param pieces the pieces it knows
 * @param meanings what each piece means, one byte a number
 * @param places what each place in the sequence adds
 * @param forms what each form adds
 * @param classes what each word class adds
 * @param first normalises what goes into the first layer
 * @param answers for each question how much a piece counts, then what it says; last, whether it is
 *     one of the words that identify a child
 */
public record Encoder(
    Pieces pieces,
    Bytes meanings,
    float[][] places,
    float[][] forms,
    float[][] classes,
    Norm first,
    List<Layer> layers,
    Layer.Linear answers) {
  /** Width of a row. */
  public static final int WIDTH = 384;

  /** Rows of bytes, each with its scale. */
  record Bytes(byte[] values, float[] scales) {
    void addTo(float[] row, int number) {
      float scale = scales[number];
      for (int i = 0, at = number * row.length; i < row.length; i++) {
        row[i] += scale * values[at + i];
      }
    }
  }

  /**
   * What was answered.
   *
   * @param sums a sum for each question
   * @param said for each question what each piece said, counted as much as it counts
   * @param child for each piece the sum that it is one of the words that identify a child
   */
  public record Answer(float[] sums, float[][] said, float[] child) {}

  public Answer read(Sequence sequence) {
    float[][] rows = new float[sequence.length()][WIDTH];
    for (int t = 0; t < rows.length; t++) {
      meanings.addTo(rows[t], sequence.pieces()[t]);
      add(places[Math.min(t, places.length - 1)], rows[t]);
      add(forms[sequence.forms()[t]], rows[t]);
      for (int wordClass : sequence.classes()[t]) {
        add(classes[wordClass], rows[t]);
      }
    }
    first.apply(rows);
    for (Layer layer : layers) {
      rows = layer.apply(rows);
    }
    return answer(answers.of(rows));
  }

  private static void add(float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  /** The questions that an answer has a sum for. */
  public int questions() {
    return (answers.bias().length - 1) / 2;
  }

  private Answer answer(float[][] rows) {
    int count = questions();
    float[] sums = new float[count];
    float[][] said = new float[count][rows.length];
    float[] child = new float[rows.length];
    for (int q = 0; q < count; q++) {
      float most = Float.NEGATIVE_INFINITY;
      for (float[] row : rows) {
        most = Math.max(most, row[q]);
      }
      float total = 0;
      for (int t = 0; t < rows.length; t++) {
        said[q][t] = (float) Math.exp(rows[t][q] - most);
        total += said[q][t];
      }
      for (int t = 0; t < rows.length; t++) {
        said[q][t] *= rows[t][count + q] / total;
        sums[q] += said[q][t];
      }
    }
    for (int t = 0; t < rows.length; t++) {
      child[t] = rows[t][2 * count];
    }
    return new Answer(sums, said, child);
  }
}
