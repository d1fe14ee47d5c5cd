package earshot.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.ConfigFolder;
import earshot.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits while the program runs; the house looks for them every two seconds. */
class LiveConfigurationTest {
  @TempDir private Path folder;
  private ConfigFolder config;
  private LiveConfiguration live;

  @BeforeEach
  void open() {
    config = ConfigFolder.at(folder);
    live = new LiveConfiguration(folder, Map.of());
  }

  /** Saves a file at a moment of its own, however coarse the file system's clock is. */
  private void edit(String name, String text) throws IOException {
    config.write(name, text);
    Files.setLastModifiedTime(
        folder.resolve(name), FileTime.from(Instant.now().plusSeconds(text.length())));
  }

  @Test
  void nothingIsReadAgainWhileNothingChanges() {
    Configuration before = live.current();
    assertThat(live.refresh()).isFalse();
    assertThat(live.current()).isSameAs(before);
  }

  @Test
  void anEditedKeywordListIsTakenUp() throws IOException {
    assertThat(live.current().lists().getFirst().rules()).hasSize(1);
    edit("keywords/names.txt", "list: names\n\nvale\nkestrel\n");
    assertThat(live.refresh()).isTrue();
    assertThat(live.current().lists().getFirst().rules()).hasSize(2);
  }

  @Test
  void anEditedSchoolIsTakenUp() throws IOException {
    edit("schools/vale.yaml", "name: Kestrel Vale Primary\ndigest-at: \"08:30\"\n");
    live.refresh();
    assertThat(live.current().schools().schools().getFirst().name())
        .isEqualTo("Kestrel Vale Primary");
  }

  @Test
  void aNewFileOfSourcesIsTakenUpAndARemovedOneForgotten() throws IOException {
    edit("sources/more.yaml", "sources:\n  - id: more\n    url: https://more.example/feed\n");
    live.refresh();
    assertThat(live.current().source("more")).isPresent();
    Files.delete(folder.resolve("sources/more.yaml"));
    live.refresh();
    assertThat(live.current().source("more")).isEmpty();
  }

  @Test
  void aBrokenEditKeepsTheLastGoodAndSaysWhatIsWrongUntilItIsMended() throws IOException {
    Configuration good = live.current();
    edit("schools/vale.yaml", "name: [Kestrel\n");
    live.refresh();
    assertThat(live.current()).isSameAs(good);
    assertThat(live.problems()).first().asString().contains("vale.yaml:");
    edit("schools/vale.yaml", "name: Kestrel Vale Academy again\n");
    live.refresh();
    assertThat(live.problems()).isEmpty();
    assertThat(live.current()).isNotSameAs(good);
  }

  @Test
  void aBadRuleKeepsTheLastGoodList() throws IOException {
    edit("keywords/names.txt", "list: names\n\nvale\n(kestrel\n");
    live.refresh();
    assertThat(live.current().lists().getFirst().rules()).hasSize(1);
    assertThat(live.problems()).first().asString().contains("names.txt:4");
  }

  @Test
  void anEmptyFolderIsABrokenEdit() throws IOException {
    Files.delete(folder.resolve("earshot.yaml"));
    live.refresh();
    assertThat(live.problems()).isNotEmpty();
    assertThat(live.current().schools().schools()).hasSize(1);
  }

  @Test
  void aStartWithABrokenConfigurationNamesEveryProblem() {
    config.write("schools/vale.yaml", "nam: Kestrel\n");
    config.write("keywords/names.txt", "list: names\n\n\"vale\n");
    assertThatThrownBy(() -> new LiveConfiguration(folder, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("vale.yaml:1")
        .hasMessageContaining("names.txt:3");
  }
}
