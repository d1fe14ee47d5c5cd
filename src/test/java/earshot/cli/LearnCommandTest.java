package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.config.Problems;
import earshot.judge.Finding;
import earshot.judge.Judgement;
import earshot.judge.Judges;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.verdict.Shelf;
import earshot.judge.verdict.Verdict.Kind;
import earshot.listen.Configuration;
import earshot.school.School;
import earshot.web.people.Audit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LearnCommandTest {
  private static final List<String> THINGS =
      List.of(
          "coat", "bottle", "jumper", "bag", "scooter", "shoe", "folder", "scarf", "key", "towel",
          "hat", "book");
  private static final String NAME = "Tilda Wrenfield";

  @TempDir private Path folder;
  private String printed = "";
  private School school;
  private Shelf shelf;
  private int number;

  @BeforeEach
  void open() throws IOException {
    write(
        "earshot.yaml",
        "data: ../data\ncontact: {url: \"https://t.example\", mail: office@t.example}\n");
    write(
        "schools/t.yaml",
        "id: thistlewick\nname: Thistlewick Primary School\naliases: [Thistlewick, TPS]\n"
            + "places: [Harrowmere]\n"
            + "contacts: [{name: A, role: headteacher, email: head@thistlewick.example}]\n");
    write(
        "sources/s.yaml",
        "sources: [{id: f, name: F, kind: feed, url: \"https://f.example/f\", platform: forum}]\n");
    write("keywords/k.txt", "list: k\nkind: listen\nschools: thistlewick\n\nthistlewick\n");
    Problems problems = new Problems();
    school =
        Configuration.read(folder.resolve("config"), Map.of(), problems)
            .schools()
            .schools()
            .getFirst();
    shelf = new Shelf(folder.resolve("data").resolve(House.DATABASE), school);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", folder.resolve("config").toString()));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new LearnCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .setExecutionExceptionHandler(new PlainErrors())
            .execute(all.toArray(String[]::new));
    printed = out.toString();
    return code;
  }

  private Finding hear(String text) {
    Judgement judged =
        Judges.shipped().judge(new Post("facebook", "someone", "Harrowmere Parents", text), school);
    return shelf.hear(
        "p" + ++number,
        text,
        judged,
        Instant.ofEpochMilli(System.currentTimeMillis()).minus(Duration.ofHours(number)));
  }

  private void teach() {
    for (String thing : THINGS) {
      shelf.say(
          hear("Lost at Thistlewick on the way home: a small " + thing + ". Found it, anyone?"),
          Shelf.office(),
          Kind.WRONG,
          Shelf.is(Label.NEEDS_REPLY));
    }
    for (String plain :
        List.of(
            "Sports day at Thistlewick is on the ninth. Bring a hat.",
            "Thistlewick choir sings at the library on Saturday at two.",
            "Thistlewick starts again on Tuesday the third, not Monday.")) {
      shelf.say(hear(plain), Shelf.office(), Kind.RIGHT, Shelf.is());
    }
  }

  @Test
  void itTellsFirstThenAppliesThenUndoesExactly() throws IOException {
    teach();
    Finding open =
        hear("Lost at Thistlewick on the way home: a small yellow raincoat. Found it, anyone?");
    Finding done =
        hear("Lost at Thistlewick on the way home: a small grey glove. Found it, anyone?");
    shelf.database.write(
        jdbc -> {
          shelf.findings.setState(jdbc, done.mention().id(), school.id(), "done");
          return true;
        });
    assertThat(run()).as(() -> printed).isZero();
    assertThat(printed)
        .contains("15 examples", "Nothing was changed", "Post " + open.mention().id())
        .contains("a post that needs a reply")
        .contains("earshot learn --school thistlewick --apply");
    assertThat(shelf.finding(open.mention().id())).isEqualTo(open);

    assertThat(run("--apply")).as(() -> printed).isZero();
    assertThat(printed).contains("Applied");
    Finding after = shelf.finding(open.mention().id());
    assertThat(after.judgement().labels()).contains(Label.NEEDS_REPLY);
    assertThat(after.judgement().because())
        .contains("Your school's corrections made this a post that needs a reply.");
    assertThat(after.sequence()).isGreaterThan(open.sequence());
    assertThat(shelf.finding(done.mention().id()).judgement()).isEqualTo(done.judgement());
    assertThat(notices()).isZero();
    assertThat(
            judged(
                "Lost at Thistlewick on the way home: a small yellow raincoat. Found it, anyone?"))
        .contains("needs-reply", "Your school's corrections");
    assertThat(run("--list")).isZero();
    assertThat(printed).contains("in force").doesNotContain("earlier judge");
    asIfTriedWithAnEarlierJudge();
    assertThat(run("--list")).isZero();
    assertThat(printed).contains("tried with an earlier judge");

    assertThat(run("--undo")).as(() -> printed).isZero();
    assertThat(printed).contains("the judge is as it came");
    assertThat(shelf.finding(open.mention().id()).judgement()).isEqualTo(open.judgement());
    assertThat(
            judged(
                "Lost at Thistlewick on the way home: a small yellow raincoat. Found it, anyone?"))
        .doesNotContain("Your school's corrections");
    assertThat(run("--undo")).isEqualTo(Main.NO);
    assertThat(printed).contains("nothing to undo");
    Audit audit = new Audit(shelf.database, InstantSource.system());
    assertThat(audit.newestFirst()).extracting(Audit.Entry::action).contains("learn", "unlearn");
    assertThat(audit.isWhole()).isTrue();
  }

  /** What {@code earshot judge --explain} says of a text, by the same configuration. */
  private String judged(String text) throws IOException {
    Path posts = folder.resolve("posts.jsonl");
    Files.writeString(
        posts,
        new ObjectMapper()
            .writeValueAsString(
                Map.of("platform", "facebook", "context", "Harrowmere Parents", "text", text)));
    StringWriter out = new StringWriter();
    new CommandLine(new JudgePosts())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(out))
        .execute(
            "--config",
            folder.resolve("config").toString(),
            "--jsonl",
            posts.toString(),
            "--explain");
    return out.toString();
  }

  private void asIfTriedWithAnEarlierJudge() {
    shelf.database.write(
        jdbc -> {
          String before = "\"" + Judges.fingerprint() + "\"";
          return jdbc.sql("UPDATE correction SET figures = replace(figures, ?, '\"00000000\"')")
              .param(before)
              .update();
        });
  }

  private int notices() {
    return shelf.database.read(
        jdbc -> jdbc.sql("SELECT COUNT(*) FROM notice").query(Integer.class).single());
  }

  @Test
  void withTooLittleItSaysWhatToDoAndTheAnswerIsNo() {
    assertThat(run("--apply")).isEqualTo(Main.NO);
    assertThat(printed).contains("0 of at least 8").contains("Open more posts");
    assertThat(run("--json")).isEqualTo(Main.NO);
    assertThat(printed).contains("\"accepted\":false");
  }

  @Test
  void noNameLeavesTheMask() throws IOException {
    teach();
    Finding named =
        hear("My daughter " + NAME + " in Year 4 Oak class at Thistlewick broke her arm today.");
    assertThat(named.judgement().pupil()).isNotEmpty();
    for (String option : List.of("--json", "--apply", "--list")) {
      run(option);
      assertThat(printed).doesNotContain("Tilda").doesNotContain("Wrenfield");
    }
    JsonNode line = new ObjectMapper().readTree(runJson());
    assertThat(line.path("examples").asInt()).isEqualTo(15);
    String model =
        shelf.database.read(
            jdbc ->
                jdbc.sql("SELECT model || figures FROM correction").query(String.class).single());
    assertThat(model).doesNotContainIgnoringCase("wrenfield").doesNotContain("Thistlewick");
  }

  private String runJson() {
    run("--json");
    return printed;
  }

  @Test
  void anUnknownSchoolIsNamedWithThoseThereAre() {
    assertThat(run("--school", "elsewhere")).isEqualTo(Main.MISUSED);
    assertThat(printed).contains("thistlewick");
  }
}
