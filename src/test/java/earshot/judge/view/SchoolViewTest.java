package earshot.judge.view;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import earshot.school.School;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolViewTest {
  private final Tokeniser tokeniser = new Tokeniser(WordClasses.shipped(), word -> false);
  private final SchoolView view =
      new SchoolView(
          School.named(
              "Saint Larkin's C of E Primary School",
              List.of("St Larkin's", "Larkins", "SLP"),
              List.of("Ottingham", "OT4 2QX"),
              List.of("Mrs Ifeoma Brandt (head)", "Mr Tolley (Year 5, 'Tolls')"),
              "Classes named after fish: Perch, Tench, Bream. Caterer Dishwell; PTA Larkin Friends."
                  + " Namesakes: St Larkin's Road, the Larkin (a pub), St Larkin's in Fenby."),
          tokeniser);

  private Mark mark(String text, String word) {
    Token[] tokens = tokeniser.read(text);
    Marked marked = view.mark(tokens, new byte[tokens.length]);
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i].word().equals(word)) {
        return marked.marks()[i];
      }
    }
    throw new AssertionError("no " + word);
  }

  @Test
  void theNameIsFoundHoweverItIsWritten() {
    assertThat(mark("went to Saint Larkin's today", "larkin")).isEqualTo(Mark.SCHOOL);
    assertThat(mark("went to st larkins today", "larkins")).isEqualTo(Mark.SCHOOL);
    assertThat(mark("hello @StLarkins", "@stlarkins")).isEqualTo(Mark.SCHOOL);
    assertThat(mark("went to St Larkkins today", "larkkins")).isEqualTo(Mark.SCHOOL);
  }

  @Test
  void aNamesakeIsNotTheSchool() {
    assertThat(mark("flat on St Larkin's Road to let", "road")).isEqualTo(Mark.NAMESAKE);
  }

  @Test
  void peopleClassesAndSuppliersAreKnown() {
    assertThat(mark("mrs brandt said so", "brandt")).isEqualTo(Mark.HEAD);
    assertThat(mark("that Tolley fellow", "tolley")).isEqualTo(Mark.STAFF_NAME);
    assertThat(mark("Star of the week in Tench", "tench")).isEqualTo(Mark.CLASS);
    assertThat(mark("Dishwell chips are cold", "dishwell")).isEqualTo(Mark.SUPPLIER);
    assertThat(mark("lovely day in Ottingham", "ottingham")).isEqualTo(Mark.PLACE);
  }
}
