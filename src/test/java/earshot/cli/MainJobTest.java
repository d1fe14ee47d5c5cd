package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import earshot.judge.Finding;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real pages, from the poll to the inbox, with nothing stubbed. */
class MainJobTest {
  private static final int NAMES = 40;

  @TempDir private Path folder;

  @Test
  void everyKnownPageAndNoOtherIsFoundSearchedAndTold() throws Exception {
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    try (MainJob job = new MainJob(KnownPages.find(NAMES), folder, mail.getSmtp().getPort())) {
      proveTheWholeWay(job, () -> texts(List.of(mail.getReceivedMessages())));
    } finally {
      mail.stop();
    }
  }

  @Test
  void aRealMailServerTakesTheDigestsToo() throws Exception {
    assumeThat(MailServer.installed()).as("%s", MailServer.MISSING).isTrue();
    try (MailServer server = MailServer.start();
        MainJob job = new MainJob(KnownPages.own(NAMES), folder, server.port())) {
      proveTheWholeWay(job, () -> texts(messages(server)));
    }
  }

  private static void proveTheWholeWay(MainJob job, Supplier<List<String>> inbox) {
    long begin = System.nanoTime();
    job.start();
    Duration read = job.readWhole();
    MainJob.until(() -> job.found().size() >= job.expected().size());
    assertThat(job.found()).isEqualTo(job.expected());
    assertThat(job.findings()).hasSize(job.expected().size());
    MainJob.until(() -> job.names().values().stream().allMatch(name -> job.searched(name) == 1));
    Duration searchable = Duration.ofNanos(System.nanoTime() - begin);
    job.bringDigestsForward();
    Duration told = MainJob.until(() -> digests(inbox.get()).size() == MainJob.SCHOOLS);
    List<Finding> findings = job.findings();
    job.rest();
    for (Finding finding : findings) {
      if (!finding.judgement().relevant()) {
        continue; // it is kept and can be searched, but nobody is told of it
      }
      assertThat(digests(inbox.get())).anyMatch(text -> text.contains(inMail(finding)));
    }
    assertThat(MainJob.ask(job.config().folder(), "source:site")).hasSize(job.expected().size());
    System.out.printf(
        "%d pages in %d ms: %.1f a second; all searchable after %d ms; digests %d ms when due%n",
        job.pagesRead(),
        read.toMillis(),
        job.pagesRead() * 1e3 / read.toMillis(),
        searchable.toMillis(),
        told.toMillis());
  }

  /** A title or an excerpt may be hidden where it names a child; the way to the page never is. */
  private static String inMail(Finding finding) {
    return "/mentions/" + finding.mention().id() + "?school=" + finding.school();
  }

  private static List<String> digests(List<String> texts) {
    return texts.stream().filter(text -> text.contains(" new post")).toList();
  }

  private static List<MimeMessage> messages(MailServer server) {
    List<MimeMessage> messages = new ArrayList<>();
    for (byte[] message : server.delivered()) {
      try {
        Session session = Session.getInstance(new Properties());
        messages.add(new MimeMessage(session, new ByteArrayInputStream(message)));
      } catch (jakarta.mail.MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
    return messages;
  }

  private static List<String> texts(List<MimeMessage> messages) {
    return messages.stream()
        .map(message -> squeezed(subject(message) + " " + text(message)))
        .toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  private static String subject(Message message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part) {
    try {
      if (part.getContent() instanceof Multipart many) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < many.getCount(); i++) {
          BodyPart each = many.getBodyPart(i);
          all.append(text(each)).append('\n');
        }
        return all.toString();
      }
      return part.isMimeType("text/plain") ? (String) part.getContent() : "";
    } catch (java.io.IOException | jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
