package earshot.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static String shown(String before, String after) {
    return Changes.between(before, after).stream()
        .map(
            piece ->
                piece.added()
                    ? "+" + piece.text() + "+"
                    : piece.removed() ? "-" + piece.text() + "-" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void aReplacedWordIsTakenAwayAndBrought() {
    assertThat(shown("the gate was shut all day", "the gate was open all day"))
        .isEqualTo("the gate was -shut -+open +all day");
  }

  @Test
  void oneWordThatStayedBetweenTwoChangesGoesWithThem() {
    assertThat(shown("a b c d e", "a x c y e")).isEqualTo("a -b c d -+x c y +e");
  }

  @Test
  void nothingChangedIsPlain() {
    assertThat(shown("same", "same")).isEqualTo("same");
    assertThat(shown("", "")).isEmpty();
  }

  @Test
  void bothTextsCanBeReadOutOfTheChanges() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      String before = words(random);
      String after = words(random);
      List<Segment> changes = Changes.between(before, after);
      assertThat(read(changes, Segment.Kind.ADDED)).isEqualTo(before);
      assertThat(read(changes, Segment.Kind.REMOVED)).isEqualTo(after);
    }
  }

  private static String read(List<Segment> changes, Segment.Kind without) {
    return changes.stream()
        .filter(piece -> piece.kind() != without)
        .map(Segment::text)
        .collect(Collectors.joining());
  }

  private static String words(Random random) {
    return random
        .ints(random.nextInt(30), 0, 6)
        .mapToObj(word -> "word" + word + (word == 0 ? "\n" : " "))
        .collect(Collectors.joining());
  }

  @Test
  void longTextsTakeNoLongTime() {
    String before = "word ".repeat(50_000);
    String after = "other ".repeat(50_000);
    assertThat(Changes.between(before, after)).hasSize(2);
  }
}
