package earshot.judge.learn;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.correct.Decision;
import earshot.judge.correct.Example;
import earshot.judge.correct.Question;
import earshot.judge.correct.ShippedExamples;
import earshot.judge.correct.Thresholds;
import earshot.judge.correct.Wording;
import earshot.judge.learn.Learning.Lesson;
import earshot.judge.verdict.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningTest {
  private static final Judge SHIPPED = Judges.shipped();
  private static final Learning LEARNING = new Learning(SHIPPED);
  private static final Thresholds THRESHOLDS = Thresholds.shipped();

  private static Proposal learnt(List<Lesson> lessons) {
    return LEARNING.of(Lessons.THISTLEWICK, lessons);
  }

  private static Judgement judged(String text) {
    return SHIPPED.judge(Lessons.post(text), Lessons.THISTLEWICK);
  }

  private static Decision decided(Proposal proposal, String text) {
    Judgement judged = judged(text);
    Set<String> words = Wording.open(Lessons.post(text), judged.pupil());
    return Decision.of(judged, words, proposal.correction(), THRESHOLDS);
  }

  @Test
  void aFewCorrectionsChangeNewPostsOfTheKindAndLeaveTheRest() {
    Proposal proposal = learnt(Lessons.all());
    assertThat(proposal.examples()).isEqualTo(15);
    assertThat(proposal.refusals()).isEmpty();
    assertThat(Lessons.NEW)
        .filteredOn(text -> decided(proposal, text).labels().contains(Label.NEEDS_REPLY))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(Lessons.OTHER)
        .allSatisfy(
            text -> assertThat(decided(proposal, text).labels()).isEqualTo(judged(text).labels()));
  }

  @Test
  void theShippedExamplesStayAsTheyAre() {
    Proposal proposal = learnt(Lessons.all());
    List<Example> shipped = ShippedExamples.judged(SHIPPED, THRESHOLDS);
    List<Example> changed =
        shipped.stream()
            .filter(
                example ->
                    !Decision.of(
                            example.judged(), example.words(), proposal.correction(), THRESHOLDS)
                        .labels()
                        .equals(example.judged().labels()))
            .toList();
    // what is lost or found elsewhere is of the kind that was taught
    assertThat(changed).hasSizeLessThanOrEqualTo(shipped.size() / 40);
    assertThat(changed)
        .filteredOn(example -> !example.post().text().matches("(?is).*(lost|found).*"))
        .hasSizeLessThanOrEqualTo(shipped.size() / 100);
  }

  @Test
  void theSameVerdictsTeachTheSame() {
    assertThat(learnt(Lessons.all())).isEqualTo(learnt(Lessons.all()));
  }

  @Test
  void callingEveryPostAboutAChildHarmlessTakesNothingAway() {
    List<Lesson> poison =
        ShippedExamples.judged(SHIPPED, THRESHOLDS).stream()
            .filter(example -> protects(example.answer()))
            .map(example -> harmless(example.post()))
            .toList();
    assertThat(poison).hasSizeGreaterThan(100);
    Proposal proposal = learnt(poison);
    assertThat(proposal.aside()).isGreaterThan(100);
    takesNothingAway(proposal);
  }

  @Test
  void aFewGoodCorrectionsDoNotCarryThePoisonIn() {
    List<Lesson> mixed = new ArrayList<>(Lessons.all());
    ShippedExamples.judged(SHIPPED, THRESHOLDS).stream()
        .filter(example -> protects(example.answer()))
        .limit(40)
        .map(example -> harmless(example.post()))
        .forEach(mixed::add);
    Proposal proposal = learnt(mixed);
    assertThat(proposal.aside()).isPositive();
    takesNothingAway(proposal);
  }

  /** It is refused, or what protects a child is still found wherever it was. */
  private static void takesNothingAway(Proposal proposal) {
    if (proposal.isAccepted()) {
      assertThat(proposal.figures().shipped())
          .isNotEmpty()
          .allSatisfy(
              measure -> assertThat(measure.lost()).isLessThanOrEqualTo(measure.of() / 100));
    } else {
      assertThat(proposal.refusals()).isNotEmpty();
    }
  }

  private static boolean protects(Answer answer) {
    return answer.labels().stream().anyMatch(Question.FLOOR::contains);
  }

  private static Lesson harmless(Post post) {
    return new Lesson(post, new Answer(true, Set.of(), Set.of(), false, false), List.of(), true);
  }

  @Test
  void tooFewVerdictsAreRefusedWithWhatToDo() {
    Proposal proposal = learnt(Lessons.all().subList(0, 5));
    assertThat(proposal.isAccepted()).isFalse();
    assertThat(proposal.refusals())
        .singleElement()
        .asString()
        .contains("5 of at least 8")
        .contains("Open more posts");
  }

  @Test
  void verdictsThatOnlyAgreeTeachNothing() {
    List<Lesson> agreeing = Lessons.PLAIN.stream().map(LearningTest::agreeing).toList();
    List<Lesson> many = new ArrayList<>(agreeing);
    Lessons.OTHER.stream().map(LearningTest::agreeing).forEach(many::add);
    Proposal proposal = learnt(many);
    assertThat(proposal.isAccepted()).isFalse();
    assertThat(proposal.refusals().getFirst()).contains("not be judged better");
    assertThat(proposal.correction().lines()).isEmpty();
  }

  private static Lesson agreeing(String text) {
    return Lessons.lesson(text, judged(text).labels().toArray(Label[]::new));
  }

  @Test
  void whatMattersMayNotGetWorseAndItSaysWhatDoesAndByHowMuch() {
    Figures.Measure better = new Figures.Measure("judged right", 20, 4, 12);
    Figures.Measure worse = new Figures.Measure("a serious allegation", 53, 51, 50);
    Figures.Measure tiny = new Figures.Measure("about their school", 340, 340, 337);
    assertThat(Gate.refusals(new Figures(better, better, List.of(worse, tiny))))
        .singleElement()
        .asString()
        .contains("“a serious allegation”")
        .contains("of 53 such shipped examples 51 are found now, and only 50 would be")
        .contains("Look again at your verdicts");
    assertThat(Gate.refusals(new Figures(better, better, List.of(tiny)))).isEmpty();
  }

  @Test
  void noNameIsLearntAndNoWordThatTellsWhoAChildIs() {
    List<Lesson> named = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String text =
          "Lost at Thistlewick by tilda wrenfield in the turquoise wheelchair: a coat, number " + i;
      Post post = Lessons.post(text);
      int at = text.indexOf("turquoise");
      named.add(
          new Lesson(
              post,
              new Answer(
                  true, Set.of(Label.NEEDS_REPLY, Label.IDENTIFIES_PUPIL), Set.of(), false, false),
              List.of(new earshot.judge.Span(at, at + "turquoise wheelchair".length())),
              true));
    }
    Proposal proposal = learnt(named);
    Set<String> words =
        proposal.correction().lines().values().stream()
            .flatMap(line -> line.weights().keySet().stream())
            .collect(java.util.stream.Collectors.toSet());
    assertThat(words).contains("lost");
    assertThat(words)
        .doesNotContain("tilda", "wrenfield", "thistlewick", "turquoise", "wheelchair");
    assertThat(proposal.correction().toString()).doesNotContainIgnoringCase("wrenfield");
  }

  @Test
  void theLastWordOnTheSameWordsCounts() {
    List<Lesson> changed = new ArrayList<>(Lessons.all());
    String text = Lessons.LOST.getFirst();
    changed.add(Lessons.lesson(text, Label.PRESS));
    Proposal proposal = learnt(changed);
    assertThat(proposal.correction().memory().get(Wording.key(Lessons.post(text))))
        .satisfies(said -> assertThat(said.answer().labels()).containsExactly(Label.PRESS));
  }
}
