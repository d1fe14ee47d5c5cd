package earshot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import earshot.alert.Newsroom;
import earshot.alert.Newsroom.Said;
import earshot.config.Secret;
import earshot.config.Settings;
import earshot.judge.Label;
import earshot.judge.Severity;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmanTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  @TempDir private Path folder;
  private Newsroom newsroom;
  private GreenMail server;
  private Settings.@Nullable Mail mail;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(folder, NOON);
    server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    mail = plain(server.getSmtp().getPort());
  }

  @AfterEach
  void close() {
    server.stop();
    newsroom.close();
  }

  static Settings.Mail plain(int port) {
    return new Settings.Mail(
        "127.0.0.1",
        port,
        Settings.Mail.Security.NONE,
        "Earshot <earshot@thistlewick.example>",
        null,
        null);
  }

  static Settings settings(Path folder, Settings.@Nullable Mail mail) {
    return new Settings(
        folder,
        new Settings.Web("127.0.0.1", 8080, URI.create("https://earshot.thistlewick.example")),
        new Settings.Contact("https://thistlewick.example", "it@thistlewick.example"),
        mail,
        null);
  }

  private Postman postman() {
    return new Postman(
        new Postman.Parts(newsroom.outbox(), newsroom.letters(), () -> settings(folder, mail)),
        Courier.Patience.USUAL,
        RandomGenerator.of("L64X128MixRandom"));
  }

  private void tellAfterHalfAMinute() {
    newsroom.wait(Duration.ofSeconds(30));
    newsroom.tell();
  }

  @Test
  void urgentPostReachesTheHeadteacherAsOneMailWithTwoParts() throws Exception {
    newsroom.post(Said.of(Severity.HIGH, "Thistlewick covers up bullying.", Label.ALLEGATION));
    tellAfterHalfAMinute();

    assertThat(postman().deliverDue(newsroom.now)).isEqualTo(1);

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject())
        .isEqualTo("[Earshot] 1 urgent post about Thistlewick Primary School");
    assertThat(received[0].getAllRecipients()).hasSize(1);
    assertThat(received[0].getAllRecipients()[0])
        .hasToString("Mrs Adaeze Okafor <" + Newsroom.HEAD + ">");
    List<String> parts = parts(received[0]);
    assertThat(parts).hasSize(2);
    assertThat(parts)
        .allSatisfy(
            part ->
                assertThat(part)
                    .contains(
                        "Thistlewick covers up bullying.",
                        "High: act today",
                        "Serious allegation (C2)",
                        "Harrowmere Gazette, 3 March 2026, 12:00",
                        "Its tone.",
                        "https://earshot.thistlewick.example/mentions/1?school=thistlewick"));
  }

  static List<String> parts(MimeMessage message) throws Exception {
    List<String> parts = new ArrayList<>();
    MimeMultipart multipart = (MimeMultipart) message.getContent();
    for (int i = 0; i < multipart.getCount(); i++) {
      BodyPart part = multipart.getBodyPart(i);
      parts.add((String) part.getContent());
    }
    return parts;
  }

  @Test
  void withoutMailSettingsTheOutboxWaitsAndHealthSaysSo() {
    mail = null;
    newsroom.post(Said.of(Severity.HIGH, "Thistlewick covers up bullying.", Label.ALLEGATION));
    tellAfterHalfAMinute();
    Postman postman = postman();

    assertThat(postman.deliverDue(newsroom.now)).isZero();
    assertThat(postman.health(newsroom.now).leaving()).isTrue();
    newsroom.wait(Duration.ofMinutes(2));
    MailHealth health = postman.health(newsroom.now);
    assertThat(health.leaving()).isFalse();
    assertThat(health.problem()).contains("no mail server is set");

    mail = plain(server.getSmtp().getPort());
    assertThat(postman.deliverDue(newsroom.now)).isEqualTo(1);
    assertThat(postman.health(newsroom.now).leaving()).isTrue();
  }

  private Settings.Mail with(int port, Settings.Mail.Security security, String password) {
    return new Settings.Mail(
        "127.0.0.1", port, security, "earshot@thistlewick.example", "earshot", Secret.of(password));
  }

  private void put() {
    newsroom.post(Said.of(Severity.HIGH, "Thistlewick covers up bullying.", Label.ALLEGATION));
    tellAfterHalfAMinute();
    newsroom.wait(Duration.ofMinutes(2));
  }

  @Test
  void serverThatOffersNoStarttlsGetsNeitherMailNorPassword() {
    mail = with(server.getSmtp().getPort(), Settings.Mail.Security.STARTTLS, "right");
    put();
    Postman postman = postman();
    assertThat(postman.deliverDue(newsroom.now)).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(postman.health(newsroom.now).leaving()).isFalse();
    assertThat(postman.health(newsroom.now).problem()).contains("does not offer STARTTLS");
  }

  @Test
  void serverWhoseCertificateNobodyVouchesForGetsNoMail() {
    GreenMail tls = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    tls.start();
    try {
      mail = with(tls.getSmtps().getPort(), Settings.Mail.Security.TLS, "right");
      put();
      Postman postman = postman();
      assertThat(postman.deliverDue(newsroom.now)).isZero();
      assertThat(tls.getReceivedMessages()).isEmpty();
      assertThat(postman.health(newsroom.now).problem()).contains("no safe connection");
    } finally {
      tls.stop();
    }
  }

  @Test
  void wrongPasswordHoldsEverythingAndTheRightOneLetsItGoAtOnce() {
    server.setUser("earshot", "right");
    server.getUserManager().setAuthRequired(true);
    mail = with(server.getSmtp().getPort(), Settings.Mail.Security.NONE, "wrong");
    put();
    Postman postman = postman();
    assertThat(postman.deliverDue(newsroom.now)).isZero();
    String sentence = postman.health(newsroom.now).problem();
    assertThat(sentence).contains("refuses the user or the password").doesNotContain("wrong");

    mail = with(server.getSmtp().getPort(), Settings.Mail.Security.NONE, "right");
    assertThat(postman.deliverDue(newsroom.now)).isEqualTo(1);
  }
}
