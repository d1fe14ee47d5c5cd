package earshot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildWordsTest {
  private static ChildWords of(String... spans) {
    String text = String.join("\n", spans);
    List<Span> found = new ArrayList<>();
    for (String span : spans) {
      int at = text.indexOf(span);
      found.add(new Span(at, at + span.length()));
    }
    return ChildWords.of(text, found);
  }

  @ParameterizedTest
  @CsvSource({
    "Lily cried all night, *L███ cried all night",
    "LILY BASSETT again, *L███ again",
    "they say lily did it, they say *l███ did it",
    "the Bassetts know, the *B███ know",
    "spoke to Lily's mum, spoke to *L███'s mum",
    "Lilys mum, *L███ mum",
    "ask @lilybassett09, ask *███",
    "#JusticeForLily, #JusticeFor*L███",
    "#lilybassett, #*l███",
    "'Lily, Bassett and all', *L███ and all",
    "L1ly and Líly and Bаssett, *L███ and *L███ and *B███",
    "see talk.example/lily-bassett-fell, see *t███",
  })
  void aNameIsHiddenHoweverItComesUpAgain(String text, String hidden) {
    assertThat(of("Lily Bassett").hide(text)).isEqualTo(hidden);
  }

  @ParameterizedTest
  @CsvSource({
    "Four in a year; the class of 4 has a boy in Oak",
    "the oak by the gate of the primary",
    "Mr Petrie is kind and Petrie has left",
    "I will be there, we hope",
    "her arm was broken",
    "Lilyhammer is in Norway",
    "Bass and bassoon",
  })
  void whatManyPeopleWriteIsLeftToBeRead(String text) {
    ChildWords words =
        of(
            "Lily Bassett",
            "Year 4, Oak class",
            "Will, her son with a broken arm",
            "a boy in Mr Petrie's class at Hollowbeck Primary",
            "Hope Bassett",
            "the");
    assertThat(words.hide(text)).isEqualTo(text);
  }

  @Test
  void aNameThatIsAWordIsHiddenWhereItHasItsCapital() {
    assertThat(of("Will, in Year 4").hide("Will cried. I will not forget. Year 4 knew."))
        .isEqualTo("*W███ cried. I will not forget. Year 4 knew.");
  }

  @Test
  void aJudgementMarksThemWhereverTheyStand() {
    String text =
        "Lily Bassett fell. Nobody came. Lily is in bed, and the Bassetts want an answer.";
    Judgement judgement =
        new Judgement(
            true,
            1,
            Set.of(),
            Set.of(Label.IDENTIFIES_PUPIL),
            Map.of(),
            Severity.HIGH,
            List.of(),
            List.of(new Span(0, 12)),
            List.of());
    Judgement all = ChildWords.everywhere(judgement, text);
    assertThat(Mask.hide(text, all.pupil()))
        .isEqualTo("*L███ fell. Nobody came. *L███ is in bed, and the *B███ want an answer.");
    assertThat(ChildWords.everywhere(all, text)).isEqualTo(all);
  }

  @Test
  void longAndHostileTextCostsLittle() {
    for (String part : List.of("Lily Bassett ", "@lily", "x", "#a", "Lily ", "\ud83d", " ")) {
      String text = part.repeat(1_000_000 / part.length());
      List<Span> spans =
          Stream.iterate(0, at -> at < 50_000, at -> at + 10)
              .map(at -> new Span(at, at + 9))
              .toList();
      long start = System.nanoTime();
      ChildWords.of(text, spans).in(text);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }
}
