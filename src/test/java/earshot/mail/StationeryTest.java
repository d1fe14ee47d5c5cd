package earshot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.alert.Newsroom;
import earshot.alert.Newsroom.Said;
import earshot.alert.letter.Letter;
import earshot.alert.letter.Letters;
import earshot.alert.outbox.Mail;
import earshot.alert.sources.Standing;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationeryTest {
  private static final URI BASE = URI.create("https://earshot.thistlewick.example");
  private static final Instant EVENING = Instant.parse("2026-03-02T18:05:00Z");

  @TempDir private Path folder;

  @Test
  void alertAndDigestReadWellOnPaperAndPhone() throws Exception {
    try (Newsroom newsroom = new Newsroom(folder, EVENING)) {
      newsroom.tell();
      fill(newsroom);
      newsroom.wait(Duration.ofSeconds(31));
      newsroom.tell();
      newsroom.sources =
          List.of(
              new Standing("Harrowmere Gazette", newsroom.now.plus(Duration.ofHours(12)), false),
              new Standing("Marlbeck Forum", newsroom.now.minus(Duration.ofDays(6)), true));
      newsroom.now = Instant.parse("2026-03-03T07:00:00Z");
      newsroom.tell();
      newsroom.wait(Duration.ofMinutes(11));
      newsroom.tell();

      for (Mail mail : newsroom.outbox().in(Mail.State.WAITING, 10)) {
        Stationery.Pages pages = pages(newsroom, mail);
        assertThat(pages.text().lines()).allMatch(line -> line.length() <= Columns.WIDEST);
        assertThat(pages.html()).doesNotContain("Ashdown").doesNotContain("<script>");
        if (mail.to().email().equals(Newsroom.HEAD)) {
          assertThat(pages.html()).contains("&lt;img src=x onerror=alert(1)&gt;", "[[${7*7}]]");
        }
        assertThat(pages.html().split("href=\"", -1))
            .filteredOn(piece -> !piece.startsWith("<!DOCTYPE"))
            .allMatch(piece -> piece.startsWith(BASE + "/"));
        assertThat(pages.text()).doesNotContain("Ashdown").doesNotContain("&amp;");
        Path out = Path.of("target/mail-preview");
        Files.createDirectories(out);
        String name = mail.kind() + "-" + mail.to().email().replaceAll("@.*", "");
        Files.writeString(out.resolve(name + ".html"), pages.html());
        Files.writeString(out.resolve(name + ".txt"), mail.subject() + "\n\n" + pages.text());
      }
    }
  }

  private static Stationery.Pages pages(Newsroom newsroom, Mail mail) {
    Letter letter = ((Letters.Written.Ready) newsroom.letters().of(mail)).letter();
    return new Stationery().render(letter, BASE);
  }

  private static void fill(Newsroom newsroom) {
    newsroom.post(
        Said.of(
                Severity.CRITICAL,
                "Someone should wait for Tom Ashdown in Oak class after school & teach him a lesson."
                    + " We all know where the Ashdowns live. Ring 01632 960123 or write to"
                    + " angry@marlbeck.example, more at https://marlbeck.example/thread/9?x=1",
                Label.HARASSMENT,
                Label.IDENTIFIES_PUPIL)
            .naming("Tom Ashdown", "Oak class")
            .about(Target.PUPIL)
            .titled("What Tom Ashdown did"));
    newsroom.post(
        Said.of(
            Severity.HIGH,
            "<img src=x onerror=alert(1)>[[${7*7}]] They knew about the boiler for two years and hid it from parents. Falsified the"
                + " certificate, my brother in law fitted it. Disgraceful.",
            Label.ALLEGATION,
            Label.DISPARAGING));
    newsroom.post(
        Said.of(
            Severity.MEDIUM,
            "Thistlewick? More like Thistle-thick. What a shower.",
            Label.DISPARAGING));
    newsroom.post(
        Said.of(
            Severity.LOW,
            "Third time this term the coach was late and nobody told us. Could the office please"
                + " text parents?",
            Label.COMPLAINT,
            Label.NEEDS_REPLY));
    newsroom.post(
        Said.of(
                Severity.NONE,
                "Year 6 pupils at Thistlewick Primary School have planted a hundred oak saplings on"
                    + " the common, with help from the parish council and a great deal of mud.",
                Label.PRAISE)
            .titled("Pupils plant a hundred oaks on the common"));
    newsroom.post(
        Said.of(Severity.NONE, "Fixtures: Thistlewick v St Oswin's, Friday at two.")
            .titled("Under-11 fixtures"));
  }

  @Test
  void largestMailsStayBelowTwoHundredKilobytes() throws Exception {
    try (Newsroom newsroom = new Newsroom(folder, EVENING)) {
      newsroom.tell();
      Label[] worst =
          EnumSet.complementOf(EnumSet.of(Label.IDENTIFIES_PUPIL, Label.CHILD_CONTACT))
              .toArray(Label[]::new);
      for (Severity severity : Severity.values()) {
        for (int i = 0; i < 60; i++) {
          newsroom.post(
              Said.of(severity, ("Ärger №" + i + severity + " ").repeat(200), worst)
                  .titled(("Überschrift " + severity + i + " ").repeat(20)));
        }
      }
      newsroom.wait(Duration.ofSeconds(31));
      newsroom.tell();
      newsroom.now = Instant.parse("2026-03-03T07:00:00Z");
      newsroom.tell();
      newsroom.wait(Duration.ofMinutes(11));
      newsroom.tell();
      List<Mail> mails = newsroom.outbox().in(Mail.State.WAITING, 10);
      assertThat(mails).extracting(Mail::kind).contains(Mail.Kind.ALERT, Mail.Kind.DIGEST);
      for (Mail mail : mails) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Envelope.seal(
                Session.getInstance(new Properties()),
                mail,
                "<1@thistlewick.example>",
                "earshot@thistlewick.example",
                pages(newsroom, mail))
            .writeTo(wire);
        System.out.println(
            mail.kind() + " to " + mail.to().email() + ": " + wire.size() + " bytes");
        assertThat(wire.size()).isBetween(50_000, 200_000);
      }
    }
  }
}
