package earshot.watch;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.config.Problem;
import earshot.config.Problems;
import earshot.query.Facts;
import earshot.school.School;
import earshot.school.Schools;
import earshot.school.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {
  @TempDir private Path folder;

  private static School school(String id, String trust) {
    return new School(
        id,
        id,
        List.of(),
        List.of(),
        List.of(),
        "",
        trust,
        List.of(),
        School.LONDON,
        School.SEVEN,
        List.of());
  }

  private final Schools schools =
      new Schools(
          List.of(new Trust("greenmarrow", "Greenmarrow Learning Trust", List.of(), List.of())),
          List.of(
              school("vale", "greenmarrow"),
              school("beck", "greenmarrow"),
              school("oswins", null)));

  private List<String> schoolsHit(List<KeywordList> lists, String text) {
    return Watcher.of(schools, lists).match(text, Facts.NONE).stream().map(Hit::school).toList();
  }

  private KeywordList list(String file, String content) throws Exception {
    Problems problems = new Problems();
    Path path = folder.resolve(file);
    Files.writeString(path, content);
    KeywordList list = KeywordFiles.readFile(path, problems);
    assertThat(problems.all()).isEmpty();
    return list;
  }

  @Test
  void aTrustsListSpeaksForItsSchoolsAndIsOverriddenLocally() throws Exception {
    KeywordList trust =
        list("trust.txt", "list: names\nschools: greenmarrow\ngreenmarrow\nuniform");
    KeywordList local = list("vale.txt", "list: names\nschools: vale\n# our own\nkestrel\n");
    assertThat(schoolsHit(List.of(trust, local), "Greenmarrow uniform"))
        .containsExactly("beck", "beck");
    assertThat(schoolsHit(List.of(trust, local), "kestrel")).containsExactly("vale");
  }

  @Test
  void anIgnoringRuleTakesTheTextOutForItsSchoolsOnly() throws Exception {
    KeywordList names = list("names.txt", "list: names\nfair");
    KeywordList ignore =
        list(
            "ignore.txt",
            "list: noise\nkind: ignore\nschools: oswins\nfunfair OR \"travelling fair\"");
    assertThat(schoolsHit(List.of(names, ignore), "the travelling fair"))
        .containsExactly("vale", "beck");
  }

  @Test
  void everyBadRuleIsReportedWithItsLine() throws Exception {
    Path path = folder.resolve("bad.txt");
    Files.writeString(path, "list: bad\nkind: hear\n\"open\n# fine\nNOT dog\nvale\nVale\n");
    Problems problems = new Problems();
    KeywordFiles.readFile(path, problems);
    assertThat(problems.all()).extracting(Problem::line).containsExactly(2, 3, 5, 7);
    assertThat(problems.all().get(1).toString())
        .contains("bad.txt:3: character 1: this quote is never closed");
  }
}
