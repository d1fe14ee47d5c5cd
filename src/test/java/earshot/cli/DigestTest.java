package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DigestTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    Path config = folder.resolve("config");
    for (String sub : List.of("schools", "sources", "keywords")) {
      Files.createDirectories(config.resolve(sub));
    }
    Files.writeString(
        config.resolve("earshot.yaml"),
        "data: ../data\ncontact:\n  url: https://vale.example\n  mail: it@vale.example\n");
    Files.writeString(
        config.resolve("schools/vale.yaml"),
        """
        name: Kestrel Vale Academy
        contacts:
          - {name: Dr Helen Sowande, role: headteacher, email: head@vale.example}
        """);
    Files.writeString(
        config.resolve("sources/web.yaml"),
        "sources:\n  - id: talk\n    url: https://talk.example/feed\n    every: 30 min\n");
    Files.writeString(config.resolve("keywords/names.txt"), "list: names\nvale\n");
  }

  private int run(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("--preview", "--config", folder.resolve("config").toString()));
    arguments.addAll(List.of(more));
    return new CommandLine(new Digest())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .setExecutionExceptionHandler(new PlainErrors())
        .execute(arguments.toArray(String[]::new));
  }

  @Test
  void beforeTheFirstStartItSaysWhatToDo() {
    assertThat(run()).isEqualTo(Main.MISUSED);
    assertThat(errors.toString()).contains("nothing to tell yet").contains("earshot run");
  }

  @Test
  void emptyDigestIsShownAsTextAndWrittenAsHtml() throws IOException {
    Database.open(folder.resolve("data").resolve(House.DATABASE)).close();
    Path html = folder.resolve("digest.html");
    assertThat(run("--school", "vale", "--html", html.toString())).isZero();
    assertThat(out.toString())
        .contains(
            "To: head@vale.example",
            "Subject: [Earshot] Kestrel Vale Academy: nothing new",
            "Nothing new. 0 of 1 source read",
            "never read yet");
    assertThat(html).content().contains("<html lang=\"en-GB\">", "Nothing new");
  }

  @Test
  void unknownSchoolIsNamedWithThoseThatThereAre() {
    assertThat(run("--school", "dale")).isEqualTo(Main.MISUSED);
    assertThat(errors.toString()).contains("There is no school 'dale'. The schools are: vale");
  }
}
