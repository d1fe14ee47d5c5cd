package earshot.judge.encoder;

import java.util.List;

/** Sequences, laid end to end in the rows of a matrix. */
final class Batch {
  private final List<Sequence> sequences;
  private final int[] starts;

  Batch(List<Sequence> sequences) {
    this.sequences = sequences;
    starts = new int[sequences.size() + 1];
    for (int i = 0; i < sequences.size(); i++) {
      starts[i + 1] = starts[i] + sequences.get(i).length();
    }
  }

  int size() {
    return sequences.size();
  }

  Sequence sequence(int number) {
    return sequences.get(number);
  }

  /** The row in which a sequence starts. */
  int start(int number) {
    return starts[number];
  }

  /** The rows of all sequences. */
  int rows() {
    return starts[starts.length - 1];
  }

  /** The rows of one sequence. */
  Matrix of(Matrix rows, int number) {
    return rows.rows(starts[number], sequences.get(number).length());
  }
}
