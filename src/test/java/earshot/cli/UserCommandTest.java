package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UserCommandTest {
  @TempDir private Path folder;
  private String printed = "";

  private int run(String... arguments) throws IOException {
    write(
        "earshot.yaml",
        """
        data: ../data
        contact: {url: "https://thistlewick.example", mail: office@thistlewick.example}
        """);
    write(
        "schools/t.yaml",
        "id: thistlewick\nname: Thistlewick Primary School\n"
            + "contacts: [{name: A, role: headteacher, email: head@thistlewick.example}]\n");
    write(
        "sources/s.yaml",
        "sources: [{id: f, name: F, kind: feed, url: \"https://f.example/f\", platform: forum}]\n");
    write("keywords/k.txt", "list: k\nkind: listen\nschools: thistlewick\n\nthistlewick\n");
    StringWriter out = new StringWriter();
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("config").toString();
    int code =
        new CommandLine(new UserCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .setExecutionExceptionHandler(new PlainErrors())
            .execute(all);
    printed = out.toString();
    return code;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void anAccountIsMadeListedShutAndOpened() throws IOException {
    assertThat(
            run(
                "add",
                "Mrs Crump",
                "--email",
                "Office@Thistlewick.example",
                "--role",
                "communications",
                "--school",
                "thistlewick"))
        .as(() -> printed)
        .isZero();
    assertThat(printed).contains("http://localhost:8080/welcome/").contains("30 minutes");
    assertThat(run("list")).isZero();
    assertThat(printed).contains("office@thistlewick.example", "communications", "no password yet");
    assertThat(run("role", "office@thistlewick.example", "--role", "viewer")).isZero();
    run("list");
    assertThat(printed).contains("viewer", "thistlewick");
    assertThat(run("disable", "office@thistlewick.example")).isZero();
    run("list");
    assertThat(printed).contains("shut out");
    assertThat(run("enable", "office@thistlewick.example")).isZero();
    assertThat(run("reset-link", "office@thistlewick.example")).isZero();
    assertThat(printed).contains("/welcome/");
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws IOException {
    assertThat(run("add", "X", "--email", "x@x.example", "--role", "king")).isEqualTo(2);
    assertThat(printed).contains("'king' is no role");
    assertThat(run("add", "X", "--email", "nonsense", "--role", "viewer")).isEqualTo(2);
    assertThat(printed).contains("is no e-mail address");
    assertThat(run("add", "X", "--email", "x@x.example", "--role", "viewer", "--school", "eton"))
        .isEqualTo(2);
    assertThat(printed).contains("There is no school or trust 'eton'. Known are: thistlewick.");
    assertThat(run("disable", "nobody@x.example")).isEqualTo(2);
    assertThat(printed).contains("There is no account for nobody@x.example.");
  }
}
