package earshot.alert.outbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient, as it stands in the outbox.
 *
 * @param school the school's id
 * @param subject our own words only, never a scraped one
 * @param plan which findings it tells of; their words are looked up when it is sent
 * @param messageId its Message-ID, fixed at the first try; null before
 * @param expires after this it is given up and kept as a dead letter
 * @param nextAttempt not tried before this
 * @param ended when it was sent or given up, or null
 * @param reason why the last try failed, in a plain sentence; "" when none did
 */
public record Mail(
    long id,
    Kind kind,
    String school,
    Addressee to,
    String subject,
    Plan plan,
    @Nullable String messageId,
    Instant created,
    Instant expires,
    State state,
    int attempts,
    Instant nextAttempt,
    @Nullable Instant ended,
    String reason) {

  /** Why it is sent. */
  public enum Kind {
    ALERT,
    DIGEST
  }

  /** Whether it left. */
  public enum State {
    WAITING,
    SENT,
    DEAD;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One person and one address. */
  public record Addressee(String name, String email) {}

  /** What is put into the outbox. */
  public record Draft(Kind kind, String school, Addressee to, String subject, Plan plan) {}
}
