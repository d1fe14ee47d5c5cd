package earshot.mail;

import earshot.mail.Outcome.Cut;
import earshot.mail.Outcome.Down;
import earshot.mail.Outcome.Later;
import earshot.mail.Outcome.Never;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a failure means for the mail and for the way out (RFC 5321 §4.2, RFC 3463). */
final class Answers {
  private static final int SERVICE_CLOSING = 421;
  private static final int MAILBOX_FULL = 552;
  private static final int PERMANENT = 500;
  private static final int LONGEST_REASON = 300;

  /** A hyphen stands before it where the answer has more lines. */
  private static final Pattern POLICY = Pattern.compile("[ -]5\\.7\\.");

  /** Sign in first, or over TLS, or otherwise: RFC 4954 §6, RFC 3207. */
  private static final Set<Integer> OUR_SETTINGS = Set.of(530, 534, 535, 538);

  private Answers() {}

  /** A failure before the first mail of a connection. */
  static Down connecting(MessagingException failure, String server) {
    if (failure instanceof AuthenticationFailedException) {
      return new Down(
          "The mail server "
              + server
              + " refuses the user or the password: "
              + said(failure)
              + " Check 'mail' in earshot.yaml.",
          true);
    }
    if (cause(failure, SSLException.class) != null) {
      return new Down(
          "The mail server " + server + " offers no safe connection: " + said(failure), true);
    }
    boolean plain = String.valueOf(failure.getMessage()).contains("STARTTLS");
    return new Down(
        plain
            ? "The mail server " + server + " does not offer STARTTLS, which 'security' asks for."
            : "The mail server " + server + " cannot be reached: " + said(failure),
        plain);
  }

  /** A failure while one mail was handed over. */
  static Outcome sending(MessagingException failure) {
    SMTPAddressFailedException recipient = link(failure, SMTPAddressFailedException.class);
    if (recipient != null) {
      return recipient(recipient.getReturnCode(), said(recipient));
    }
    SMTPSenderFailedException sender = link(failure, SMTPSenderFailedException.class);
    if (sender != null) {
      return sender(sender.getReturnCode(), said(sender));
    }
    if (failure instanceof SMTPSendFailedException sent) {
      return sent(sent);
    }
    return new Cut("The line to the mail server broke: " + said(failure));
  }

  private static Outcome sent(SMTPSendFailedException failure) {
    int code = failure.getReturnCode();
    String command = String.valueOf(failure.getCommand());
    if (code == SERVICE_CLOSING || code < 0) {
      return new Cut("The mail server closed the line: " + said(failure));
    }
    if (command.startsWith("MAIL")) {
      return sender(code, said(failure));
    }
    if (OUR_SETTINGS.contains(code)) {
      return new Down("The mail server refuses our settings: " + said(failure), true);
    }
    return forGood(code, said(failure))
        ? new Never("The mail server refused this mail: " + said(failure))
        : new Later("The mail server asks to try later: " + said(failure));
  }

  private static Outcome sender(int code, String said) {
    return code >= PERMANENT
        ? new Down("The mail server refuses our sender, 'from' in earshot.yaml: " + said, true)
        : new Later("The mail server asks to try later: " + said);
  }

  private static Outcome recipient(int code, String said) {
    if (code == SERVICE_CLOSING || code < 0) {
      return new Cut("The mail server closed the line: " + said);
    }
    if (OUR_SETTINGS.contains(code)) {
      return new Down("The mail server refuses our settings: " + said, true);
    }
    return forGood(code, said)
        ? new Never("The mail server refuses the recipient: " + said)
        : new Later("The mail server does not take mail for the recipient now: " + said);
  }

  /**
   * A full mailbox is emptied (552, RFC 5321 §4.5.3.1.10), and a refusal by policy (5.7.x), such as
   * to relay, is about our settings and may be mended: neither is the end of a mail.
   */
  private static boolean forGood(int code, String said) {
    return code >= PERMANENT && code != MAILBOX_FULL && !POLICY.matcher(said).find();
  }

  /** The server's own words, on one line. */
  private static String said(Exception failure) {
    IOException io = cause(failure, IOException.class);
    String words = String.valueOf(failure.getMessage());
    String more =
        io == null || words.contains(String.valueOf(io.getMessage())) ? "" : " " + io.getMessage();
    String line = HeaderText.line(words + more);
    String cut = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    return cut.endsWith(".") ? cut : cut + ".";
  }

  private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (kind.isInstance(e)) {
        return kind.cast(e);
      }
    }
    return null;
  }

  /** Jakarta Mail hangs what belongs together on {@code getNextException}. */
  private static <T extends Exception> @Nullable T link(Exception failure, Class<T> kind) {
    for (Exception e = failure;
        e != null;
        e = e instanceof MessagingException mail ? mail.getNextException() : null) {
      if (kind.isInstance(e)) {
        return kind.cast(e);
      }
    }
    return null;
  }
}
