package earshot.judge.verdict;

import static earshot.judge.verdict.Shelf.NOON;
import static earshot.judge.verdict.Shelf.head;
import static earshot.judge.verdict.Shelf.is;
import static earshot.judge.verdict.Shelf.judged;
import static earshot.judge.verdict.Shelf.office;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.verdict.Review.Outcome;
import earshot.judge.verdict.Verdict.Kind;
import earshot.school.School;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final School SCHOOL =
      School.named("thistlewick", List.of(), List.of(), List.of(), "");
  private static final String FALL = "Tilda Wrenfield fell from the frame at Thistlewick";
  private static final List<Span> TILDA = List.of(new Span(0, 15));

  private Shelf shelf;

  @BeforeEach
  void open(@TempDir Path folder) {
    shelf = new Shelf(folder.resolve("earshot.db"), SCHOOL);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private Finding complaint() {
    return shelf.hear(
        "a", "The Thistlewick lunches", judged(Severity.LOW, List.of(), Label.COMPLAINT), NOON);
  }

  private Finding fall() {
    return shelf.hear("b", FALL, judged(Severity.CRITICAL, TILDA, Label.IDENTIFIES_PUPIL), NOON);
  }

  private List<Verdict> history(Finding finding) {
    return shelf.database.read(
        jdbc -> shelf.verdicts.history(jdbc, finding.mention().id(), SCHOOL.id()));
  }

  @Test
  void whatAPersonSaysIsWhatTheFindingSaysAtOnce() {
    Finding before = complaint();
    Outcome outcome = shelf.say(before, office(), Kind.WRONG, is(Label.ALLEGATION));
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    Finding after = shelf.finding(before.mention().id());
    assertThat(after.judgement().labels()).containsExactly(Label.ALLEGATION);
    assertThat(after.judgement().severity()).isEqualTo(Severity.HIGH);
    assertThat(after.judgement().because())
        .containsExactly(
            "Somebody at your school judged this: a serious allegation.",
            "Severity high: serious wrongdoing is alleged.");
    assertThat(after.sequence()).isGreaterThan(before.sequence());
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.found()).isEqualTo(before.found());
  }

  @Test
  void notAboutTheSchoolLeavesNoLabel() {
    Finding before = complaint();
    shelf.say(
        before,
        office(),
        Kind.WRONG,
        new Answer(false, Set.of(Label.COMPLAINT), Set.of(), true, true));
    assertThat(shelf.finding(before.mention().id()).judgement())
        .satisfies(
            judgement -> {
              assertThat(judgement.relevant()).isFalse();
              assertThat(judgement.labels()).isEmpty();
              assertThat(judgement.severity()).isEqualTo(Severity.NONE);
            });
  }

  @Test
  void rightChangesNothingButIsKept() {
    Finding before = complaint();
    shelf.say(before, office(), Kind.RIGHT, is());
    assertThat(shelf.finding(before.mention().id())).isEqualTo(before);
    assertThat(history(before))
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.answer().labels()).contains(Label.COMPLAINT));
  }

  @Test
  void withdrawingPutsBackExactlyWhatTheJudgeSaid() {
    Finding before = complaint();
    shelf.say(before, office(), Kind.WRONG, is(Label.PRAISE));
    shelf.say(before, head(), Kind.WRONG, is(Label.PRESS));
    shelf.say(before, office(), Kind.WITHDRAWN, is());
    assertThat(shelf.finding(before.mention().id()).judgement()).isEqualTo(before.judgement());
    assertThat(history(before))
        .extracting(Verdict::kind)
        .containsExactly(Kind.WRONG, Kind.WRONG, Kind.WITHDRAWN);
    assertThat(shelf.database.<List<Verdict>>read(jdbc -> shelf.verdicts.of(jdbc, SCHOOL.id())))
        .isEmpty();
  }

  @Test
  void whoeverSpeaksSecondOfTwoIsToldAndNothingIsLost() throws Exception {
    Finding finding = complaint();
    Review.Seen seen = shelf.seen(finding);
    List<Callable<Outcome>> both = new ArrayList<>();
    for (Label label : List.of(Label.PRAISE, Label.PRESS, Label.BRAND, Label.OFFENSIVE)) {
      both.add(
          () ->
              shelf.say(
                  seen, office(), new Review.Saying(Kind.WRONG, is(label), List.of(), "mine")));
    }
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      for (Future<Outcome> outcome : people.invokeAll(both)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).filteredOn(Outcome.Kept.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Overtaken.class::isInstance).hasSize(3);
    assertThat(history(finding)).hasSize(1);
    assertThat(shelf.finding(finding.mention().id()).judgement().labels())
        .isEqualTo(history(finding).getFirst().answer().labels());
  }

  @Test
  void whatWasSaidOfAnEarlierVersionIsNotSaidOfTheNext() {
    Finding first = complaint();
    Review.Seen seen = shelf.seen(first);
    shelf.hear(
        "a",
        "The Thistlewick lunches are good now",
        judged(Severity.NONE, List.of(), Label.PRAISE),
        NOON.plus(Duration.ofHours(1)));
    assertThat(
            shelf.say(
                seen, office(), new Review.Saying(Kind.WRONG, is(Label.PRESS), List.of(), "")))
        .isInstanceOf(Outcome.Overtaken.class);
  }

  @Test
  void onlyWhoeverMayLookBehindTheMaskTakesItAway() {
    Finding fall = fall();
    assertThat(shelf.say(fall, office(), Kind.WRONG, is(Label.COMPLAINT)))
        .isInstanceOf(Outcome.NotTheirs.class);
    assertThat(
            shelf.say(
                fall, office(), Kind.WRONG, new Answer(false, Set.of(), Set.of(), false, false)))
        .isInstanceOf(Outcome.NotTheirs.class);
    assertThat(shelf.finding(fall.mention().id())).isEqualTo(fall);
    assertThat(history(fall)).isEmpty();
    assertThat(shelf.say(fall, head(), Kind.WRONG, is(Label.COMPLAINT)))
        .isInstanceOf(Outcome.Kept.class);
    assertThat(shelf.finding(fall.mention().id()).judgement().pupil()).isEmpty();
  }

  @Test
  void nobodyLiftsTheMaskByWithdrawingWhatSomebodyElseSaid() {
    Finding plain = shelf.hear("c", FALL, judged(Severity.LOW, List.of(), Label.COMPLAINT), NOON);
    shelf.say(plain, head(), Kind.WRONG, is(Label.IDENTIFIES_PUPIL));
    assertThat(shelf.say(plain, office(), Kind.WITHDRAWN, is()))
        .isInstanceOf(Outcome.NotTheirs.class);
    assertThat(masked(plain)).doesNotContain("Tilda").doesNotContain("Wrenfield");
  }

  @Test
  void theWordsThatTellWhoAChildIsAreHiddenWhoeverNamesThem() {
    Finding plain =
        shelf.hear(
            "c",
            "the only twins in year two at Thistlewick",
            judged(Severity.LOW, List.of(), Label.COMPLAINT),
            NOON);
    shelf.say(
        shelf.seen(plain),
        office(),
        new Review.Saying(
            Kind.WRONG, is(Label.IDENTIFIES_PUPIL), List.of("The only twins in Year two"), ""));
    assertThat(masked(plain)).isEqualTo("*t███ at Thistlewick");
  }

  @Test
  void whereNobodyNamesThemEveryNameIsHiddenAndElseTheWholePost() {
    Finding named = shelf.hear("c", FALL, judged(Severity.LOW, List.of(), Label.COMPLAINT), NOON);
    shelf.say(named, office(), Kind.WRONG, is(Label.IDENTIFIES_PUPIL));
    assertThat(masked(named)).doesNotContain("Tilda").contains("fell from the frame");
    Finding nameless =
        shelf.hear(
            "d",
            "the boy with the blue turban broke his arm and nobody came to help him",
            judged(Severity.LOW, List.of(), Label.COMPLAINT),
            NOON);
    shelf.say(nameless, office(), Kind.WRONG, is(Label.IDENTIFIES_PUPIL));
    assertThat(masked(nameless)).isEqualTo("*t███");
  }

  private String masked(Finding finding) {
    Finding now = shelf.finding(finding.mention().id());
    return Mask.hide(now.searched(), now.judgement().pupil());
  }

  @Test
  void theRollHasTheLastWord() {
    Finding fall = fall();
    Review strict =
        new Review(
            said ->
                (post, school) ->
                    Restated.of(
                        said.judge(post, school),
                        post.text(),
                        is(Label.IDENTIFIES_PUPIL),
                        new Restated.Hiding(TILDA, false),
                        "Names a child who is on the school's roll."));
    shelf.database.write(
        jdbc ->
            strict.say(
                jdbc,
                SCHOOL,
                shelf.seen(fall),
                head(),
                new Review.Saying(Kind.WRONG, is(Label.PRAISE), List.of(), "")));
    assertThat(shelf.finding(fall.mention().id()).judgement().pupil()).isEqualTo(TILDA);
  }

  @Test
  void aVerdictGoesWithItsMention() {
    Finding finding = complaint();
    shelf.say(finding, office(), Kind.WRONG, is(Label.PRAISE));
    shelf.database.write(
        jdbc -> {
          for (String table : List.of("finding", "sighting", "mention_version", "story_band")) {
            jdbc.sql("DELETE FROM " + table + " WHERE mention = ?")
                .param(finding.mention().id())
                .update();
          }
          return jdbc.sql("DELETE FROM mention WHERE id = ?")
              .param(finding.mention().id())
              .update();
        });
    assertThat(history(finding)).isEmpty();
  }

  @Test
  void noWordOfThePostStandsInTheVerdicts() {
    Finding fall = fall();
    shelf.say(
        shelf.seen(fall),
        head(),
        new Review.Saying(Kind.WRONG, is(Label.IDENTIFIES_PUPIL), List.of("Tilda Wrenfield"), ""));
    String row =
        shelf.database.read(
            jdbc ->
                jdbc.sql("SELECT answer || judged || pupil || note FROM verdict")
                    .query(String.class)
                    .single());
    assertThat(row).doesNotContainIgnoringCase("tilda").doesNotContainIgnoringCase("wrenfield");
  }

  @Test
  void whoeverMayNotLookNamesOnlyWhatTheySee() {
    Finding fall = fall();
    String before = masked(fall);
    for (String words : List.of("d fell", "e fell", "Tilda")) {
      name(fall, office(), words);
      assertThat(masked(fall)).as(words).isEqualTo(before);
    }
    name(fall, office(), "fell");
    assertThat(masked(fall)).doesNotContain("fell").contains("from the frame");
    name(fall, head(), "d fell from");
    assertThat(masked(fall)).doesNotContain("from").contains("the frame");
  }

  private void name(Finding finding, Review.Speaker speaker, String words) {
    shelf.say(
        shelf.seen(finding),
        speaker,
        new Review.Saying(Kind.WRONG, is(Label.IDENTIFIES_PUPIL), List.of(words), ""));
  }

  @Test
  void aTextRepeatsWhatIsHiddenByAnyWordThatIsNotCommon() {
    assertThat(Naming.repeats("Tilda's mother rang", "Tilda Wrenfield")).isTrue();
    assertThat(Naming.repeats("the mother of WRENFIELD rang", "Tilda Wrenfield")).isTrue();
    assertThat(Naming.repeats("who are the only two in year two?", "the only two in year two"))
        .isTrue();
    assertThat(Naming.repeats("the two of them rang", "the only two in year two")).isFalse();
    assertThat(Naming.repeats("A parent rang about the tildas", "Tilda Wrenfield")).isFalse();
  }
}
