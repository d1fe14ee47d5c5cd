package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JudgePostsTest {
  private static final String POST =
      "{\"id\":\"1\",\"platform\":\"facebook\",\"school\":\"Hollowbeck\",\"text\":\"%s\"}";
  private static final String NAMED =
      "So proud of Tilda Wrenfield in Year 4 Newt class at Hollowbeck, who won the poetry cup.";

  @TempDir private Path folder;
  private String printed = "";

  private int run(String posts, String... options) throws IOException {
    Path schools = folder.resolve("schools.json");
    Files.writeString(
        schools,
        "[{\"name\":\"Hollowbeck Primary School\",\"aliases\":[\"Hollowbeck\"],"
            + "\"places\":[\"Tarrowby\"],\"staff\":[],\"notes\":\"Classes: Newt, Toad.\"}]");
    Path file = folder.resolve("posts.jsonl");
    Files.writeString(file, posts);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--schools", schools.toString(), "--jsonl", file.toString()));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new JudgePosts())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    printed = out.toString();
    return code;
  }

  @Test
  void eachPostIsOneLineOfJson() throws IOException {
    assertThat(run(POST.formatted(NAMED))).isZero();
    assertThat(printed).contains("\"identifies-pupil\"", "\"because\":[", "Tilda Wrenfield");
    assertThat(printed.lines()).hasSize(1);
  }

  @Test
  void anExplanationGivesTheWordsOfEachLabelAndHidesTheChild() throws IOException {
    assertThat(run(POST.formatted(NAMED), "--explain")).isZero();
    assertThat(printed)
        .contains("about this school", "identifies-pupil (", "praise (", "So proud of", "*T███")
        .contains("Severity ")
        .doesNotContainIgnoringCase("wrenfield")
        .doesNotContainIgnoringCase("tilda");
  }

  @Test
  void aBadLineIsNamedAndTheOthersAreJudged() throws IOException {
    assertThat(run("no JSON\n" + POST.formatted(NAMED), "--explain")).isEqualTo(Main.NO);
    assertThat(printed).contains("posts.jsonl:1: ", "identifies-pupil");
  }
}
