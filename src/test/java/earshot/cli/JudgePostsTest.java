package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.config.Problems;
import earshot.school.roster.Roster;
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
    Files.writeString(folder.resolve("posts.jsonl"), posts);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--schools", schools.toString()));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--jsonl", folder.resolve("posts.jsonl").toString()));
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

  @Test
  void manyPostsAreJudgedAtOnceAndAnsweredInTheirOrder() throws IOException {
    StringBuilder posts = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String text = i % 7 == 0 ? NAMED : "Parents evening at Hollowbeck is on Monday";
      posts.append(POST.replace("\"1\"", "\"post " + i + "\"").formatted(text)).append('\n');
    }
    assertThat(run(posts.toString())).isZero();
    List<String> lines = printed.lines().toList();
    assertThat(lines).hasSize(100);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains("\"post " + i + "\"");
    }
  }

  @Test
  void aNameThatComesUpAgainIsHiddenAgain() throws IOException {
    String again = NAMED + " Tilda is over the moon, and the Wrenfields are too.";
    assertThat(run(POST.formatted(again), "--explain")).isZero();
    assertThat(printed)
        .contains("over the moon")
        .doesNotContainIgnoringCase("wrenfield")
        .doesNotContainIgnoringCase("tilda");
  }

  @Test
  void aNameThatOnlyTheRollKnowsIsHiddenToo() throws IOException {
    write(
        "earshot.yaml",
        "data: ../data\ncontact: {url: \"https://t.example\", mail: office@t.example}\n");
    write(
        "schools/h.yaml",
        "id: hollowbeck\nname: Hollowbeck Primary School\naliases: [Hollowbeck]\n"
            + "contacts: [{name: A, role: headteacher, email: head@hollowbeck.example}]\n");
    write(
        "sources/s.yaml",
        "sources: [{id: f, name: F, kind: feed, url: \"https://f.example/f\", platform: forum}]\n");
    write("keywords/k.txt", "list: k\nkind: listen\nschools: hollowbeck\n\nhollowbeck\n");
    Path table = folder.resolve("pupils.csv");
    Files.writeString(table, "Forename,Surname,Year\nMeadow,Stile,4\n");
    Path config = folder.resolve("config");
    Roster.importTable(
        RosterCommand.place(config, folder.resolve("data")), "hollowbeck", table, new Problems());
    String post =
        POST.formatted(
            "Hollowbeck Primary School never answers letters. I wrote about meadow stile twice.");
    assertThat(run(post, "--explain")).isZero();
    assertThat(printed).containsIgnoringCase("meadow");
    assertThat(execute("--explain", "--config", config.toString())).isZero();
    assertThat(printed).contains("identifies-pupil").doesNotContainIgnoringCase("meadow");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
