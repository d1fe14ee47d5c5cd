package earshot.mail;

import earshot.alert.outbox.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Makes the message that goes over the wire: one recipient, a Message-ID that does not change. */
final class Envelope {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private Envelope() {}

  static MimeMessage seal(
      Session session, Mail mail, String messageId, String from, Stationery.Pages pages)
      throws MessagingException {
    MimeMessage message = new Fixed(session, messageId);
    message.setFrom(sender(from));
    message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
    message.setSubject(HeaderText.shortLine(mail.subject()), UTF_8);
    message.setSentDate(Date.from(mail.created()));
    // nobody's "I am away" comes back (RFC 3834 §5)
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    MimeMultipart parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(pages.text(), "text/plain"));
    parts.addBodyPart(part(pages.html(), "text/html"));
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String content, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content, type + "; charset=UTF-8");
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** {@code earshot@thistlewick.example} or {@code Earshot <earshot@thistlewick.example>}. */
  static InternetAddress sender(String from) throws AddressException {
    InternetAddress written = new InternetAddress(HeaderText.line(from), false);
    return address(
        written.getPersonal() == null ? "Earshot" : written.getPersonal(), written.getAddress());
  }

  /** Right side of our address: names us in EHLO and in Message-IDs. */
  static String domain(String from) throws AddressException {
    String address = sender(from).getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static InternetAddress recipient(Mail.Addressee to) throws AddressException {
    return address(to.name(), to.email());
  }

  private static InternetAddress address(String name, String email) throws AddressException {
    int at = email.lastIndexOf('@');
    if (at < 1 || !email.chars().limit(at).allMatch(c -> c > ' ' && c < '\u007f')) {
      throw new AddressException("not an address of plain letters: " + HeaderText.line(email));
    }
    try {
      String ascii = email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1));
      InternetAddress address = new InternetAddress(ascii, true);
      address.setPersonal(HeaderText.shortLine(name), UTF_8);
      return address;
    } catch (IllegalArgumentException e) {
      throw new AddressException("not the name of a mail server: " + HeaderText.line(email));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java knows UTF-8", e);
    }
  }

  /** Keeps its Message-ID: Jakarta Mail would make another at each {@code saveChanges}. */
  private static final class Fixed extends MimeMessage {
    private final String messageId;

    Fixed(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
