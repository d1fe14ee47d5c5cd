package earshot.cli.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import earshot.web.DemoMailbox;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** A mail server on loopback, in this process, that keeps what it is given. */
public final class Mailbox implements DemoMailbox, AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  public Mailbox() {
    server.start();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  @Override
  public List<Message> messages() {
    MimeMessage[] received = server.getReceivedMessages();
    List<Message> messages = new ArrayList<>();
    for (int i = received.length - 1; i >= 0; i--) {
      messages.add(message(i + 1, received[i]));
    }
    return messages;
  }

  private static Message message(int number, MimeMessage mail) {
    try {
      Date sent = mail.getSentDate();
      return new Message(
          number,
          Arrays.toString(mail.getFrom()).replaceAll("^\\[|]$", ""),
          Arrays.toString(mail.getAllRecipients()).replaceAll("^\\[|]$", ""),
          String.valueOf(mail.getSubject()),
          sent == null ? Instant.EPOCH : sent.toInstant(),
          part(mail, "text/html"),
          part(mail, "text/plain"));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("a mail of our own cannot be read", e);
    }
  }

  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        String text = part(each, type);
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
    return part.getContentType().toLowerCase(Locale.ROOT).startsWith(type)
        ? String.valueOf(part.getContent())
        : "";
  }

  @Override
  public void close() {
    server.stop();
  }
}
