package earshot.judge.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.ShippedReading;
import earshot.judge.traits.Reading;
import earshot.school.School;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequencesTest {
  private static final School SCHOOL =
      School.named(
          "Hollowbeck Primary School",
          List.of("Hollowbeck", "HPS"),
          List.of("Tarrowby"),
          List.of("Mrs Ada Linton (head)"),
          "");

  private final ShippedReading shipped = new ShippedReading();
  private final Sequences sequences = new Sequences(shipped.pieces());

  private Sequence lay(String text, float... telling) {
    Reading reading = shipped.read(text, SCHOOL);
    return sequences.of(reading, tokens -> Arrays.copyOf(telling, tokens));
  }

  @Test
  void theSchoolsOwnNamesStandAsPlaceholders() {
    int[] pieces = lay("Hollowbeck is shut").pieces();
    assertThat(pieces).isEqualTo(lay("HOLLOWBECK is shut").pieces());
    assertThat(Arrays.stream(pieces).boxed()).anyMatch(piece -> piece > 0 && piece < Sequence.OWN);
  }

  @Test
  void whoeverIsNamedIsReadAsAnybody() {
    int[] pieces = lay("My neighbour Jack Turner likes it").pieces();
    assertThat(lay("My neighbour Mohammed Iqbal likes it").pieces()).isEqualTo(pieces);
    assertThat(lay("My neighbour Jack Jack likes it").pieces()).isNotEqualTo(pieces);
  }

  @Test
  void everyPieceKnowsItsToken() {
    Sequence sequence = lay("the headteacher apologised");
    assertThat(sequence.tokens()).contains(0, 1, 2).contains(-1);
    assertThat(sequence.forms()).hasSameSizeAs(sequence.pieces());
    assertThat(sequence.classes().length).isEqualTo(sequence.length());
  }

  @Test
  void ofALongTextTheOpeningAndTheMostTellingPartAreRead() {
    String text =
        "one two three four ".repeat(2_000) + "the bully shoved her " + "so on ".repeat(500);
    float[] telling = new float[8_003];
    telling[8_001] = 5;
    Sequence sequence = lay(text, telling);
    assertThat(sequence.length()).isLessThan(200);
    assertThat(sequence.tokens()).contains(0, 1, 8_000, 8_001);
  }

  @Test
  void nothingAtAllIsStillASequence() {
    assertThat(lay("").length()).isPositive();
  }
}
