package earshot.judge.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final long[] HASHES = {Hash.of("one"), Hash.of("two"), Hash.of("three")};

  private static Weights weights() {
    List<Question> questions =
        List.of(new Question("a", 1, 1, 0, 0.5f), new Question("b", 0, 1, 0, 0.5f));
    return Weights.of(questions, HASHES, new float[][] {{1, -2, 0.5f}, {0, 3, -0.01f}});
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    weights().write(out);
    Weights again = Weights.read(new ByteArrayInputStream(out.toByteArray()));
    for (long hash : HASHES) {
      int row = again.row(hash);
      assertThat(row).isNotNegative();
      assertThat(again.weight(row, 0)).isEqualTo(weights().weight(weights().row(hash), 0));
    }
    assertThat(again.questions()).isEqualTo(weights().questions());
  }

  @Test
  void roundingKeepsAWeightWithinAFewHundredths() {
    Weights weights = weights();
    assertThat(weights.weight(weights.row(HASHES[0]), 0)).isCloseTo(1f, within(0.03f));
    assertThat(weights.weight(weights.row(HASHES[1]), 1)).isCloseTo(3f, within(0.001f));
  }

  @Test
  void whatWasNotLearntHasNoRow() {
    assertThat(weights().row(Hash.of("four"))).isNegative();
  }

  @Test
  void theTrainerTellsTwoKindsApart() {
    int[][] columns = {{0}, {0, 2}, {1}, {1, 2}};
    float[][] values = {{1}, {1, 1}, {1}, {1, 1}};
    boolean[] answers = {true, true, false, false};
    float[] importance = {1, 1, 1, 1};
    float[] learnt =
        new Trainer(new Examples(columns, values, 3), 10)
            .learn(new int[] {0, 1, 2, 3}, answers, importance);
    assertThat(learnt[0]).isPositive();
    assertThat(learnt[1]).isNegative();
  }
}
