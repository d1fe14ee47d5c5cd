package earshot.judge.correct;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Post;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.judge.correct.Correction.Line;
import earshot.judge.correct.Correction.Remembered;
import earshot.judge.verdict.Answer;
import earshot.school.School;
import earshot.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  private static final School SCHOOL = School.named("vale", List.of(), List.of(), List.of(), "");
  private static final Question IDENTIFIES = new Question(Label.IDENTIFIES_PUPIL);
  private static final Question COMPLAINT = new Question(Label.COMPLAINT);
  private static final Answer PRAISE =
      new Answer(true, Set.of(Label.PRAISE), Set.of(), false, false);
  private static final String TEXT = "Tilda Wrenfield lost a coat by the gate";

  private final Corrections corrections = new Corrections();
  private Path file;
  private Database database;
  private Judgement judged = said(0.9, Label.IDENTIFIES_PUPIL);

  @BeforeEach
  void open(@TempDir Path folder) {
    file = folder.resolve("earshot.db");
    database = Database.open(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Judgement said(double sure, Label... labels) {
    Map<Label, Double> scores = new java.util.EnumMap<>(Label.class);
    for (Label label : labels) {
      scores.put(label, sure);
    }
    return new Judgement(
        true,
        0.97,
        Set.of(Target.PUPIL),
        Set.of(labels),
        scores,
        Severity.MEDIUM,
        List.of(),
        List.of(new Span(0, 15)),
        List.of("A child can be worked out from it.", "Severity medium: it is so."));
  }

  private LiveCorrections live() {
    Judge fixed = (post, school) -> judged;
    return new LiveCorrections(database, fixed);
  }

  private static Post post(String text) {
    return new Post("forum", "", "", text);
  }

  private static Correction line(Question question, double bias, Map<String, Double> weights) {
    return new Correction(Map.of(question, new Line(bias, weights)), Map.of());
  }

  private static Correction remembering(Answer answer, boolean lifts) {
    return new Correction(
        Map.of(), Map.of(Wording.key(post(TEXT)), new Remembered(answer, List.of(), lifts)));
  }

  private long apply(Correction correction) {
    return database.write(
        jdbc ->
            corrections.apply(
                jdbc,
                new Corrections.Kept(
                    0, SCHOOL.id(), Instant.EPOCH, "me", null, true, correction, "{}")));
  }

  @Test
  void aSchoolThatTaughtNothingIsJudgedAsShipped() {
    assertThat(live().judge().judge(post(TEXT), SCHOOL)).isSameAs(judged);
  }

  @Test
  void whatIsAppliedOrUndoneByAnotherProcessIsTakenUpAtTheNextLook() {
    LiveCorrections live = live();
    try (Database other = Database.open(file)) {
      other.write(
          jdbc ->
              corrections.apply(
                  jdbc,
                  new Corrections.Kept(
                      0,
                      SCHOOL.id(),
                      Instant.EPOCH,
                      "me",
                      null,
                      true,
                      line(COMPLAINT, 0, Map.of("coat", 20.0)),
                      "{}")));
      live.refresh();
      assertThat(live.judge().judge(post(TEXT), SCHOOL).labels()).contains(Label.COMPLAINT);
      other.write(jdbc -> corrections.undo(jdbc, SCHOOL.id()));
      live.refresh();
      assertThat(live.judge().judge(post(TEXT), SCHOOL)).isSameAs(judged);
    }
  }

  @Test
  void undoGoesBackToTheOneBefore() {
    long first = apply(line(COMPLAINT, 1, Map.of()));
    long second = apply(line(COMPLAINT, 2, Map.of()));
    assertThat(active()).isEqualTo(second);
    database.write(jdbc -> corrections.undo(jdbc, SCHOOL.id()));
    assertThat(active()).isEqualTo(first);
    database.write(jdbc -> corrections.undo(jdbc, SCHOOL.id()));
    assertThat(active()).isZero();
    assertThat(database.<Boolean>write(jdbc -> corrections.undo(jdbc, SCHOOL.id()).isEmpty()))
        .isTrue();
    assertThat(database.<List<Corrections.Kept>>read(jdbc -> corrections.of(jdbc, SCHOOL.id())))
        .hasSize(2);
  }

  private long active() {
    return database.<Long>read(
        jdbc -> corrections.active(jdbc, SCHOOL.id()).map(Corrections.Kept::id).orElse(0L));
  }

  @Test
  void theStoreKeepsACorrectionAsItWas() {
    Correction made =
        new Correction(
            Map.of(COMPLAINT, new Line(0.5, Map.of("coat", -1.25))),
            Map.of("abc", new Remembered(PRAISE, List.of(new Span(1, 2)), true)));
    apply(made);
    assertThat(
            database.read(jdbc -> corrections.active(jdbc, SCHOOL.id())).orElseThrow().correction())
        .isEqualTo(made);
  }

  @Test
  void itSaysInPlainWordsWhatItDid() {
    Judgement after =
        live().with(line(COMPLAINT, 0, Map.of("coat", 20.0))).judge(post(TEXT), SCHOOL);
    assertThat(after.because())
        .containsExactly(
            "A child can be worked out from it.",
            "Your school's corrections made this a complaint.",
            "Severity medium: a child is identified in a kind post.");
    assertThat(String.join(" ", after.because())).doesNotContain("Tilda");
  }

  @Test
  void aCorrectionAloneNeverClearsWhatProtectsAChild() {
    for (Label label : Question.FLOOR) {
      judged = said(0.55, label);
      Judgement after =
          live().with(line(new Question(label), -50, Map.of())).judge(post(TEXT), SCHOOL);
      assertThat(after.labels()).as(label.word()).contains(label);
      Judgement elsewhere =
          live().with(line(Question.RELEVANT, -50, Map.of())).judge(post(TEXT), SCHOOL);
      assertThat(elsewhere.relevant()).as(label.word()).isTrue();
    }
  }

  @Test
  void whatTheJudgeWouldHideStaysHiddenWhateverIsLearnt() {
    judged = said(0.4, Label.IDENTIFIES_PUPIL);
    Judgement after = live().with(line(IDENTIFIES, -50, Map.of())).judge(post(TEXT), SCHOOL);
    assertThat(after.labels()).isEmpty();
    assertThat(Mask.hide(TEXT, after.pupil())).doesNotContain("Tilda");
  }

  @Test
  void aLearntLabelHidesNamesToo() {
    judged =
        new Judgement(
            true,
            0.9,
            Set.of(),
            Set.of(),
            Map.of(),
            Severity.NONE,
            List.of(),
            List.of(),
            List.of());
    Judgement after =
        live().with(line(IDENTIFIES, 0, Map.of("coat", 50.0))).judge(post(TEXT), SCHOOL);
    assertThat(after.labels()).contains(Label.IDENTIFIES_PUPIL);
    assertThat(Mask.hide(TEXT, after.pupil())).doesNotContain("Tilda").contains("lost a coat");
  }

  @Test
  void theSameWordsAreRememberedWhateverTheirCapitals() {
    Judge taught = live().with(remembering(PRAISE, true));
    Judgement after = taught.judge(post("TILDA Wrenfield lost a COAT by the gate"), SCHOOL);
    assertThat(after.labels()).containsExactly(Label.PRAISE);
    assertThat(after.because().getFirst()).startsWith("Somebody at your school judged the same");
  }

  @Test
  void whoeverMayNotLookBehindTheMaskTeachesNobodyToLiftIt() {
    Judgement after = live().with(remembering(PRAISE, false)).judge(post(TEXT), SCHOOL);
    assertThat(after.labels()).contains(Label.IDENTIFIES_PUPIL, Label.PRAISE);
    assertThat(Mask.hide(TEXT, after.pupil())).doesNotContain("Tilda");
  }

  @Test
  void aShortReplyIsTheSameOnlyUnderTheSamePost() {
    Post one = new Post("forum", "", "Parking", "disgusting");
    Post other = new Post("forum", "", "Lunches", "disgusting");
    assertThat(Wording.key(one)).isNotEqualTo(Wording.key(other));
    assertThat(Wording.key(new Post("x", "", "a", TEXT)))
        .isEqualTo(Wording.key(new Post("forum", "me", "b", TEXT)));
  }

  @Test
  void theJudgeGivesASentenceForEachOfItsLabels() {
    // Reasons relies on it
    assertThat(ShippedExamples.judged(Judges.shipped(), Thresholds.shipped()))
        .filteredOn(example -> !example.judged().labels().isEmpty())
        .allSatisfy(
            example -> {
              List<String> because = example.judged().because();
              assertThat(because.getLast()).startsWith("Severity ");
              assertThat(because).hasSizeGreaterThan(example.judged().labels().size());
            });
  }
}
