package earshot.judge;

import earshot.judge.encoder.Encoder;
import earshot.judge.encoder.Sequence;
import earshot.judge.encoder.Sequences;
import earshot.judge.traits.Reading;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Reads a post as a whole, its words in their order. */
interface CarefulReader {
  /** Reads nothing: what is left is the quick reader. */
  CarefulReader NONE = (reading, telling) -> new Read(new float[0], new float[0][], new float[0]);

  /** What is said of a token that was not read: all but surely no part of a child's name. */
  float UNREAD = -6;

  /**
   * What was read.
   *
   * @param sums a sum for each question
   * @param said for each question what each token of the text said
   * @param child for each token of the text the sum that it helps to identify a child
   */
  record Read(float[] sums, float[][] said, float[] child) {}

  /**
   * @param telling tells, for so many tokens, how much each may decide; asked of long texts only
   */
  Read read(Reading reading, IntFunction<float[]> telling);

  /** Reads with an encoder. */
  static CarefulReader with(Encoder encoder) {
    Sequences sequences = new Sequences(encoder.pieces());
    return (reading, telling) -> {
      int tokens = reading.text().tokens().length;
      Sequence sequence = sequences.of(reading, telling);
      return byToken(encoder.read(sequence), sequence, tokens);
    };
  }

  private static Read byToken(Encoder.Answer answer, Sequence sequence, int tokens) {
    float[][] said = new float[answer.sums().length][tokens];
    float[] child = new float[tokens];
    Arrays.fill(child, UNREAD);
    for (int t = 0; t < sequence.length(); t++) {
      int token = sequence.tokens()[t];
      if (token >= 0) {
        child[token] = Math.max(child[token], answer.child()[t]);
        for (int q = 0; q < said.length; q++) {
          said[q][token] += answer.said()[q][t];
        }
      }
    }
    return new Read(answer.sums(), said, child);
  }
}
