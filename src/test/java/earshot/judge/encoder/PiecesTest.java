package earshot.judge.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private final Pieces pieces =
      new Pieces(List.of("[UNK]", "play", "##ground", "##s", "!", "cafe", "s"));

  @Test
  void theLongestPieceThatFitsIsTaken() {
    assertThat(pieces.of("playgrounds")).containsExactly(1, 2, 3);
  }

  @Test
  void capitalsAndAccentsMakeNoDifference() {
    assertThat(pieces.of("CAFÉ")).isEqualTo(pieces.of("cafe")).containsExactly(5);
  }

  @Test
  void signsStandByThemselves() {
    assertThat(pieces.of("play!s")).containsExactly(1, 4, 6);
  }

  @Test
  void aWordWithoutPiecesIsOneUnknown() {
    assertThat(pieces.of("xyz play")).containsExactly(0, 1);
    assertThat(pieces.of("s".repeat(5_000))).containsExactly(0);
  }
}
