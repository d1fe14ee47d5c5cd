package earshot.mail;

import earshot.config.Secret;
import earshot.config.Settings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the mail server, used for one mail after another. */
final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Settings.Mail settings;
  private final Session session;
  private final Transport transport;
  private int delivered;

  /**
   * How long to wait for the other side.
   *
   * @param answer for each answer; long, because a server may well think after DATA, and giving up
   *     too early there sends a mail twice (RFC 5321 §4.5.3.2.6)
   */
  record Patience(Duration connect, Duration answer) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  Courier(Settings.Mail settings, String domain, Patience patience) throws MessagingException {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, domain, patience));
    this.transport = session.getTransport(protocol(settings));
  }

  private static String protocol(Settings.Mail settings) {
    return settings.security() == Settings.Mail.Security.TLS ? "smtps" : "smtp";
  }

  private static Properties properties(Settings.Mail settings, String domain, Patience patience) {
    String prefix = "mail." + protocol(settings) + ".";
    boolean starttls = settings.security() == Settings.Mail.Security.STARTTLS;
    Properties properties = new Properties();
    properties.put(prefix + "starttls.enable", String.valueOf(starttls));
    properties.put(prefix + "starttls.required", String.valueOf(starttls));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put(prefix + "auth", String.valueOf(settings.user() != null));
    properties.put(prefix + "connectiontimeout", millis(patience.connect()));
    properties.put(prefix + "timeout", millis(patience.answer()));
    properties.put(prefix + "writetimeout", millis(patience.answer()));
    properties.put(prefix + "localhost", domain);
    properties.put(prefix + "sendpartial", "false");
    properties.put(prefix + "quitwait", "false");
    properties.put("mail.mime.address.strict", "true");
    return properties;
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  Session session() {
    return session;
  }

  void connect() throws MessagingException {
    Secret password = settings.password();
    transport.connect(
        settings.host(),
        settings.port(),
        settings.user(),
        password == null ? null : password.reveal());
  }

  /** Hands one mail over. */
  Outcome send(MimeMessage message) throws MessagingException {
    Address[] recipient = message.getAllRecipients();
    try {
      transport.sendMessage(message, recipient);
      delivered++;
      return new Outcome.Delivered();
    } catch (MessagingException e) {
      return Answers.sending(e);
    }
  }

  /** Whether this connection has taken a mail; some servers close after a number of them. */
  boolean hasDelivered() {
    return delivered > 0;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The line to the mail server did not close cleanly", e);
    }
  }
}
