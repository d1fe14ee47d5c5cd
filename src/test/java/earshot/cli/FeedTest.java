package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The form of {@code earshot feed}, which is a contract. */
class FeedTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int run(Path... files) {
    String[] arguments = new String[files.length];
    for (int at = 0; at < files.length; at++) {
      arguments[at] = files[at].toString();
    }
    return new CommandLine(new Feed())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private JsonNode line(int number) throws IOException {
    return new ObjectMapper().readTree(out.toString().lines().toList().get(number));
  }

  @Test
  void eachItemIsALineOfTheAgreedForm() throws IOException {
    Path file =
        file(
            "a.xml",
            "<rss><channel><item><guid>1</guid><link>https://a.example/1</link>"
                + "<title>Caf&#233;</title><author>Ann</author>"
                + "<pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>"
                + "<description>One\nTwo</description></item><item><guid>2</guid></item></channel></rss>");
    assertThat(run(file)).isZero();
    assertThat(line(0).properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("file", "id", "url", "title", "author", "published", "updated", "text");
    assertThat(line(0).path("file").asText()).isEqualTo(file.toString());
    assertThat(line(0).path("id").asText()).isEqualTo("1");
    assertThat(line(0).path("url").asText()).isEqualTo("https://a.example/1");
    assertThat(line(0).path("title").asText()).isEqualTo("Café");
    assertThat(line(0).path("author").asText()).isEqualTo("Ann");
    assertThat(line(0).path("published").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(line(0).path("updated").isNull()).isTrue();
    assertThat(line(0).path("text").asText()).isEqualTo("One\nTwo");
    assertThat(line(1).path("url").isNull()).isTrue();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void goodItemsOfABrokenFileArePrintedAndTheFaultIsNamed() throws IOException {
    Path file = file("b.xml", "<rss><channel><item><title>One</title></item><item><title>Tw");
    assertThat(run(file)).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(errors.toString()).startsWith(file + ": ").contains("breaks off");
  }

  @Test
  void whatIsNoFeedIsNo() throws IOException {
    Path page = file("c.html", "<!DOCTYPE html><html></html>");
    assertThat(run(page)).isEqualTo(1);
    assertThat(errors.toString()).startsWith(page + ": ").contains("web page");
  }

  @Test
  void oneReadableFileIsEnough() throws IOException {
    Path page = file("c.html", "<!DOCTYPE html><html></html>");
    Path feed = file("d.json", "{\"items\":[{\"id\":1}]}");
    assertThat(run(page, feed, folder.resolve("missing"), folder)).isZero();
    assertThat(errors.toString().lines()).hasSize(3);
  }

  @Test
  void withoutFilesItIsMisused() {
    assertThat(run()).isEqualTo(2);
    assertThat(errors.toString()).contains("FILE");
  }
}
