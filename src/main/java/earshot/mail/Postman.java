package earshot.mail;

import earshot.alert.letter.Letter;
import earshot.alert.letter.Letters;
import earshot.alert.letter.Letters.Written;
import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Outbox;
import earshot.config.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the outbox: every mail in it is tried until the server has taken it, has refused it for
 * good, or a week is over.
 */
public final class Postman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int BATCH = 100;
  private static final int MOST_AT_ONCE = 5_000;

  /** So many broken lines in a row are not the mails' fault. */
  private static final int MOST_CUTS = 3;

  /** The banner stands within two minutes of the fault. */
  private static final Duration TOO_LONG = Duration.ofSeconds(90);

  private final Outbox outbox;
  private final Letters letters;
  private final Supplier<Settings> settings;
  private final Courier.Patience patience;
  private final RandomGenerator random;
  private final Stationery stationery = new Stationery();
  private final ReentrantLock working = new ReentrantLock();
  private volatile @Nullable Pause pause;

  /** Why nothing leaves, until when nothing is tried, and under which settings that was found. */
  private record Pause(Instant until, String why, int failures, Settings.Mail settings) {}

  /** What the postman needs. The settings are asked for anew at each round. */
  public record Parts(Outbox outbox, Letters letters, Supplier<Settings> settings) {}

  public Postman(Parts parts) {
    this(parts, Courier.Patience.USUAL, RandomGenerator.getDefault());
  }

  Postman(Parts parts, Courier.Patience patience, RandomGenerator random) {
    this.outbox = parts.outbox();
    this.letters = parts.letters();
    this.settings = parts.settings();
    this.patience = patience;
    this.random = random;
  }

  /** Tries every mail whose time has come; returns how many left. Call it every few seconds. */
  public int deliverDue(Instant now) {
    Settings.Mail mail = settings.get().mail();
    if (mail == null || !working.tryLock()) {
      return 0;
    }
    try {
      return paused(mail, now) ? 0 : new Round(mail, now).deliver();
    } finally {
      working.unlock();
    }
  }

  /** New settings end a pause, and so does a clock that was set back. */
  private boolean paused(Settings.Mail mail, Instant now) {
    Pause current = pause;
    return current != null
        && current.settings().equals(mail)
        && now.isBefore(current.until())
        && current.until().isBefore(now.plus(Outbox.LONGEST_WAIT));
  }

  /** How mail stands now. */
  public MailHealth health(Instant now) {
    Outbox.Standing standing = outbox.standing(now);
    Instant oldest = standing.oldest();
    Instant lastSent = standing.lastSent();
    boolean late =
        oldest != null
            && oldest.isBefore(now.minus(TOO_LONG))
            && (lastSent == null || lastSent.isBefore(oldest));
    return late
        ? new MailHealth(false, why(standing))
        : new MailHealth(true, undelivered(standing.dead()));
  }

  private String why(Outbox.Standing standing) {
    if (settings.get().mail() == null) {
      return "Mail is not leaving: no mail server is set. Fill in 'mail' in earshot.yaml; "
          + standing.waiting()
          + " wait.";
    }
    Pause current = pause;
    String why = current == null ? standing.why() : current.why();
    return "Mail is not leaving. " + (why.isEmpty() ? "It has not been tried yet." : why);
  }

  private static @Nullable String undelivered(int mails) {
    return switch (mails) {
      case 0 -> null;
      case 1 -> "One mail could not be delivered. Look at it, and send it again when it can be.";
      default ->
          mails
              + " mails could not be delivered. Look at them, and send them again when they can be.";
    };
  }

  @Override
  public void close() {
    // a mail that is being handed over is finished first
    working.lock();
    working.unlock();
  }

  /** One walk through what is due, over as few connections as the server allows. */
  private final class Round {
    private final Settings.Mail mail;
    private final Instant now;
    private @Nullable Courier courier;
    private boolean stopped;
    private int sent;
    private int cuts;

    Round(Settings.Mail mail, Instant now) {
      this.mail = mail;
      this.now = now;
    }

    int deliver() {
      try {
        List<Mail> due = outbox.due(now, BATCH);
        while (!due.isEmpty() && !stopped && sent < MOST_AT_ONCE) {
          for (Mail next : due) {
            if (!stopped) {
              carry(next);
            }
          }
          due = stopped ? List.of() : outbox.due(now, BATCH);
        }
      } finally {
        hangUp();
      }
      if (sent > 0) {
        LOG.info("Sent {} mails", sent);
      }
      return sent;
    }

    /** One bad mail never holds up the rest. */
    private void carry(Mail next) {
      try {
        switch (letters.of(next)) {
          case Written.Withdrawn withdrawn -> outbox.withdraw(next.id(), withdrawn.why(), now);
          case Written.Ready ready -> send(next, ready.letter());
        }
      } catch (MessagingException e) {
        outbox.dead(next.id(), "This mail cannot be addressed: " + e.getMessage() + ".", now);
      } catch (RuntimeException e) {
        LOG.error("Mail {} could not be written: {}", next.id(), e.toString(), e);
        putOff(next, "The mail could not be written: " + e.getClass().getSimpleName() + ".");
      }
    }

    private void send(Mail next, Letter letter) throws MessagingException {
      Courier line = line();
      if (line == null) {
        return;
      }
      Instant again = now.plus(Waits.after(next.attempts() + 1, random));
      String messageId = outbox.begin(next.id(), Envelope.domain(mail.from()), again).orElse(null);
      if (messageId == null) {
        return;
      }
      Stationery.Pages pages = stationery.render(letter, settings.get().web().url());
      note(
          next,
          line.send(Envelope.seal(line.session(), next, messageId, mail.from(), pages)),
          line);
    }

    private void note(Mail next, Outcome outcome, Courier line) {
      switch (outcome) {
        case Outcome.Delivered delivered -> {
          outbox.sent(next.id(), now);
          sent++;
          cuts = 0;
          if (pause != null) {
            pause = null;
            outbox.hurry(now);
          }
        }
        case Outcome.Later later -> putOff(next, later.why());
        case Outcome.Never never -> outbox.dead(next.id(), never.why(), now);
        case Outcome.Cut cut -> {
          hangUp();
          cuts++;
          if (line.hasDelivered()) {
            // the server had enough of this connection, not of this mail
            outbox.later(next.id(), cut.why(), now);
          } else {
            putOff(next, cut.why());
            if (cuts >= MOST_CUTS) {
              stop(new Outcome.Down(cut.why(), false));
            }
          }
        }
        case Outcome.Down down -> {
          putOff(next, down.why());
          stop(down);
        }
      }
    }

    private void putOff(Mail next, String why) {
      if (now.isBefore(next.expires())) {
        outbox.later(next.id(), why, now.plus(Waits.after(next.attempts() + 1, random)));
      } else {
        outbox.dead(next.id(), Outbox.GIVEN_UP + why, now);
      }
    }

    private @Nullable Courier line() throws AddressException {
      if (courier != null) {
        return courier;
      }
      String server = mail.host() + ":" + mail.port();
      try {
        Courier fresh = new Courier(mail, Envelope.domain(mail.from()), patience);
        fresh.connect();
        courier = fresh;
      } catch (AddressException e) {
        stop(new Outcome.Down("'from' in earshot.yaml is no address: " + e.getMessage(), true));
      } catch (MessagingException e) {
        stop(Answers.connecting(e, server));
      }
      return courier;
    }

    private void stop(Outcome.Down down) {
      stopped = true;
      Pause before = pause;
      int failures = before == null ? 1 : before.failures() + 1;
      Duration wait = down.settings() ? Waits.after(failures, random) : Waits.knock(random);
      if (before == null || !Objects.equals(before.why(), down.why())) {
        LOG.warn("{}", down.why());
      }
      pause = new Pause(now.plus(wait), down.why(), failures, mail);
      outbox.expire(down.why(), now);
    }

    private void hangUp() {
      if (courier != null) {
        courier.close();
        courier = null;
      }
    }
  }
}
