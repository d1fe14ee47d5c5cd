package earshot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Newsroom;
import earshot.alert.Newsroom.Said;
import earshot.judge.Label;
import earshot.judge.Severity;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealMailServerTest {
  @TempDir private Path folder;

  @Test
  void debiansMailServerDeliversAlertsToTheMaildirsOfThoseConcerned() throws Exception {
    try (RealMailServer server = RealMailServer.start();
        Newsroom newsroom = new Newsroom(folder, Instant.parse("2026-03-03T12:00:00Z"))) {
      newsroom.post(
          Said.of(
                  Severity.CRITICAL,
                  "Someone should wait for Zaq Quorl after school. Ŵell, €5 on it. 🙈",
                  Label.HARASSMENT,
                  Label.IDENTIFIES_PUPIL)
              .naming("Zaq Quorl"));
      newsroom.wait(Duration.ofSeconds(30));
      newsroom.tell();
      Postman postman =
          new Postman(
              new Postman.Parts(
                  newsroom.outbox(),
                  newsroom.letters(),
                  () -> PostmanTest.settings(folder, PostmanTest.plain(server.port()))));
      assertThat(postman.deliverDue(newsroom.now)).isEqualTo(2);

      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> server.delivered("head").size() + server.delivered("safeguarding").size() == 2);
      try (InputStream mail = Files.newInputStream(server.delivered("head").getFirst())) {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), mail);
        assertThat(message.getSubject())
            .isEqualTo("[Earshot] 1 urgent post about Thistlewick Primary School");
        assertThat(message.getHeader("Message-ID")[0]).contains("@thistlewick.example>");
        assertThat(PostmanTest.parts(message))
            .hasSize(2)
            .allSatisfy(
                part -> assertThat(part).contains("Ŵell, €5 on it. 🙈").doesNotContain("Quorl"));
      }
    }
  }
}
