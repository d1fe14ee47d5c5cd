package earshot.cli.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import earshot.web.WebParts.DemoMailbox;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mail server on loopback, in this process, that keeps what it is given. */
public final class Mailbox implements DemoMailbox, AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** In the order in which they came; the server itself sorts them by recipient. */
  private final List<Message> arrived = new ArrayList<>();

  private final Set<String> known = new HashSet<>();

  public Mailbox() {
    server.start();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  @Override
  public synchronized List<Message> messages() {
    for (MimeMessage mail : server.getReceivedMessages()) {
      try {
        if (known.add(mail.getMessageID())) {
          arrived.add(message(arrived.size() + 1, mail));
        }
      } catch (MessagingException | IOException e) {
        throw new IllegalStateException("a mail of our own cannot be read", e);
      }
    }
    return List.copyOf(arrived.reversed());
  }

  private static Message message(int number, MimeMessage mail)
      throws MessagingException, IOException {
    Date sent = mail.getSentDate();
    return new Message(
        number,
        Arrays.toString(mail.getFrom()).replaceAll("^\\[|]$", ""),
        Arrays.toString(mail.getAllRecipients()).replaceAll("^\\[|]$", ""),
        String.valueOf(mail.getSubject()),
        sent == null ? Instant.EPOCH : sent.toInstant(),
        part(mail, "text/html"),
        part(mail, "text/plain"));
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
