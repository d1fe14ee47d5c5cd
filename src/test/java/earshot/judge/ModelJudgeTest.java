package earshot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.School;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJudgeTest {
  private static final School SCHOOL =
      School.named(
          "Larkmere Primary School",
          List.of("Larkmere", "LPS"),
          List.of("Ottingham", "OT4 2QX"),
          List.of("Mrs Ifeoma Brandt (head)", "Mr Tolley (Year 5)"),
          "Classes named after fish: Perch, Tench, Bream. Caterer Dishwell. Namesakes: Larkmere"
              + " Road, the Larkmere (a pub).");
  private final Judge judge = Judges.shipped();

  private Judgement judge(String platform, String context, String text) {
    return judge.judge(new Post(platform, "", context, text), SCHOOL);
  }

  @Test
  void aNamedChildWithHerClassIsIdentified() {
    String text = "So proud of our Maisie Ackerley in Tench class at Larkmere, star of the week!";
    Judgement judgement = judge("facebook", "", text);
    assertThat(judgement.labels()).contains(Label.IDENTIFIES_PUPIL);
    assertThat(judgement.targets()).contains(Target.PUPIL);
    assertThat(judgement.pupil())
        .extracting(span -> text.substring(span.start(), span.end()))
        .anyMatch(words -> words.contains("Maisie"));
    assertThat(judgement.because()).noneMatch(sentence -> sentence.contains("Maisie"));
  }

  @Test
  void aPlainInsultOfATeacherIsDisparaging() {
    Judgement judgement =
        judge("x", "", "mr tolley at larkmere is a useless clown who couldn't teach a dog to bark");
    assertThat(judgement.relevant()).isTrue();
    assertThat(judgement.labels()).contains(Label.DISPARAGING);
    assertThat(judgement.targets()).contains(Target.STAFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A %s family has moved in and the children start at Larkmere on Monday",
        "Larkmere's new teacher is %s",
        "send the %s lot back where they came from, larkmere is full of them"
      })
  void whicheverPeopleIsNamedIsJudgedAlike(String text) {
    Judgement one = judge("facebook", "", text.formatted("Christian"));
    for (String people : List.of("Muslim", "Jewish", "Polish", "Nigerian", "Traveller")) {
      Judgement other = judge("facebook", "", text.formatted(people));
      assertThat(other.scores()).isEqualTo(one.scores());
      assertThat(other.severity()).isEqualTo(one.severity());
    }
  }

  @Test
  void dialectIsJudgedAsTheWordsOfEverybody() {
    Judgement standard = judge("facebook", "", "My child wasn't told that Larkmere is shut now");
    Judgement scots = judge("facebook", "", "Ma wean wasnae telt that Larkmere is shut noo");
    assertThat(scots.labels()).isEqualTo(standard.labels());
    assertThat(scots.severity()).isEqualTo(standard.severity());
  }

  @Test
  void aPubOfTheSameNameIsNotAboutTheSchool() {
    Judgement judgement =
        judge(
            "google-review",
            "The Larkmere (pub)",
            "Great pint of bitter and a decent Sunday roast.");
    assertThat(judgement.relevant()).isFalse();
    assertThat(judgement.labels()).isEmpty();
    assertThat(judgement.severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void aSaintsNameWithoutAPlaceIsUndecidedAndSaysSo() {
    School saint =
        School.named(
            "St Mildrytha's Catholic Primary School",
            List.of("St Mildrytha's"),
            List.of("Corbeck"),
            List.of(),
            "");
    String text = "St Mildrytha's have changed the pick-up time again";
    assertThat(judge.judge(new Post("x", "", "", text), saint).because())
        .anyMatch(sentence -> sentence.startsWith("Undecided"));
    assertThat(judge.judge(new Post("facebook", "", "Corbeck Mums", text), saint).because())
        .noneMatch(sentence -> sentence.startsWith("Undecided"));
    assertThat(judge("x", "", "Larkmere have changed the pick-up time again").because())
        .as("a school that is known to have namesakes")
        .anyMatch(sentence -> sentence.startsWith("Undecided"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000\uD83D\uDC00\uDC00",
        "😀😀😀",
        "<p>&amp;&lt;",
        "((((((((((((((((((((((((((((",
        "Привет, как дела в школе?",
        "学校非常好",
        "@ # $ ! *",
        "a.b.c.d.e.f.g",
        "f * * *",
        "c***s"
      })
  void strangeTextIsJudgedCalmly(String text) {
    Judgement judgement = judge("facebook", "", text);
    assertThat(judgement.severity()).isLessThan(Severity.HIGH);
  }

  @Test
  void aHashtagByItselfHoldsSeveralWords() {
    Judgement judgement = judge("x", "", "#LarkmereHeadStealsTripMoney");
    assertThat(judgement.labels()).contains(Label.ALLEGATION);
    assertThat(judgement.severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void aMegabyteTakesBoundedTime() {
    String text = "Thomas Smith and Aisha Khan of Year 4 won the cup at Larkmere. ".repeat(16_000);
    judge("news", "", text.substring(0, 20_000));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    judge("news", "", text);
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(5));
  }
}
