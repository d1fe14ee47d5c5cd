package earshot.judge;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.config.Problems;
import earshot.school.School;
import earshot.school.roster.Roster;
import earshot.school.roster.Rosters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterJudgeTest {
  private static final School VALE = School.named("vale", List.of(), List.of(), List.of(), "");
  private static final Judgement CALM =
      new Judgement(
          true, 0.9, Set.of(), Set.of(), Map.of(), Severity.NONE, List.of(), List.of(), List.of());

  @TempDir private Path folder;
  private RosterJudge judge;

  @BeforeEach
  void importRoster() throws IOException {
    Path table = folder.resolve("pupils.csv");
    Files.writeString(
        table,
        "Forename,Surname,Year,Form,Photo consent\nMaisie,Thornbury,4,Oak,yes\nTom,Baker,9,9R,no\n");
    Roster.Place place = new Roster.Place(folder.resolve("roster"), folder.resolve("key"));
    Roster.importTable(place, "vale", table, new Problems());
    judge = new RosterJudge((post, school) -> CALM, new Rosters(place));
  }

  private Judgement judged(String text) {
    return judge.judge(new Post("forum", "", "", text), VALE);
  }

  @Test
  void aNameOnTheRollIdentifies() {
    Judgement judgement = judged("well done Maisie Thornbury");
    assertThat(judgement.labels()).containsExactly(Label.IDENTIFIES_PUPIL);
    assertThat(judgement.targets()).containsExactly(Target.PUPIL);
    assertThat(judgement.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(judgement.pupil()).containsExactly(new Span(10, 26));
    assertThat(judgement.because())
        .containsExactly("Names a child who is on the school's roll (*M███).");
  }

  @Test
  void aPupilWhosePictureMustNotBePublishedIsWorse() {
    assertThat(judged("a photo of Tom Baker").severity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void noHitChangesNothing() {
    assertThat(judged("well done everybody")).isEqualTo(CALM);
  }

  @Test
  void aNameOnTheRollIsMarkedWhereverItComesUpAgain() {
    String text = "Maisie Thornbury fell. Maisie cried, and the Thornburys were not told.";
    assertThat(Mask.hide(text, judged(text).pupil()))
        .isEqualTo("*M███ fell. *M███ cried, and the *T███ were not told.");
  }

  @Test
  void whatTheJudgeBeforeItFoundIsMarkedAgainToo() {
    String text = "Tilda Wrenfield fell. Tilda cried.";
    RosterJudge last =
        new RosterJudge(
            (post, school) ->
                new Judgement(
                    true,
                    0.9,
                    Set.of(),
                    Set.of(Label.IDENTIFIES_PUPIL),
                    Map.of(),
                    Severity.MEDIUM,
                    List.of(),
                    List.of(new Span(0, 15)),
                    List.of()),
            new Rosters(new Roster.Place(folder.resolve("none"), folder.resolve("key"))));
    assertThat(last.judge(new Post("forum", "", "", text), VALE).pupil())
        .containsExactly(new Span(0, 15), new Span(22, 27));
  }
}
