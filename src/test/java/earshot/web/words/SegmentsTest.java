package earshot.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static String shown(List<Segment> segments) {
    return segments.stream()
        .map(piece -> piece.marked() ? "<" + piece.text() + ">" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void hidingWinsOverMarking() {
    String text = "Tilda fell down";
    assertThat(shown(Segments.of(text, List.of(new Span(0, 10)), List.of(new Span(0, 5)))))
        .isEqualTo("*T███< fell> down");
  }

  @Test
  void spansPastTheEndDoNoHarm() {
    assertThat(shown(Segments.of("short", List.of(new Span(3, 99)), List.of(new Span(50, 60)))))
        .isEqualTo("sho<rt>");
    assertThat(Segments.of("", List.of(), List.of())).isEmpty();
  }

  @Test
  void charactersThatTurnTextRoundAreMadeVisible() {
    assertThat(Visible.of("a\u202Eb\u0000c\r\nd\tе\u2066"))
        .isEqualTo("a[U+202E]b\uFFFDc\nd\tе[U+2066]");
    assertThat(Visible.of("\uD83D lone")).isEqualTo("\uFFFD lone");
    assertThat(Visible.of("😀")).isEqualTo("😀");
  }
}
