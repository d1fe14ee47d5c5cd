package earshot.alert.outbox;

import earshot.alert.outbox.Mail.Draft;
import earshot.alert.outbox.Mail.State;
import earshot.store.Counter;
import earshot.store.Database;
import earshot.store.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails in the store: put in by whoever has something to tell, taken out only by delivery. */
public final class Outbox {
  /** How long a mail is tried. */
  public static final Duration LIFETIME = Duration.ofDays(7);

  /** No wait is longer; a next try further away than this comes from a clock that was wrong. */
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(20);

  /** How the reason begins of a mail that could not leave in its lifetime. */
  public static final String GIVEN_UP = "Given up after a week. ";

  private static final String PUT =
      """
      INSERT INTO outbox (id, kind, school, recipient, recipient_name, subject, payload, message_key,
        created, expires, state, attempts, next_attempt, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, '')""";
  private static final String DUE =
      """
      SELECT * FROM outbox WHERE state = 'waiting' AND (next_attempt <= ? OR next_attempt > ?)
      ORDER BY kind, id LIMIT ?""";
  private static final String BEGIN =
      """
      UPDATE outbox SET attempts = attempts + 1, next_attempt = ?,
        message_id = COALESCE(message_id, '<' || message_key || '@' || ? || '>')
      WHERE id = ? AND state = 'waiting' RETURNING message_id""";
  private static final String END =
      "UPDATE outbox SET state = ?, ended = ?, reason = ? WHERE id = ? AND state = 'waiting'";
  private static final String LATER =
      "UPDATE outbox SET next_attempt = ?, reason = ? WHERE id = ? AND state = 'waiting'";
  private static final String HURRY =
      "UPDATE outbox SET next_attempt = ? WHERE state = 'waiting' AND next_attempt > ?";
  private static final String EXPIRE =
      """
      UPDATE outbox SET state = 'dead', ended = ?, reason = ?
      WHERE state = 'waiting' AND expires <= ?""";
  private static final String RETRY =
      """
      UPDATE outbox SET state = 'waiting', ended = NULL, next_attempt = ?, expires = ?
      WHERE id = ? AND state = 'dead'""";
  private static final String FORGET_TOLD_NOTICES =
      "UPDATE notice SET settled = 0 WHERE id IN (SELECT notice FROM told WHERE mail = ?)";
  private static final String FORGET_TOLD = "DELETE FROM told WHERE mail = ?";
  private static final String IN_STATE =
      "SELECT * FROM outbox WHERE state = ? ORDER BY id DESC LIMIT ?";
  private static final String ONE = "SELECT * FROM outbox WHERE id = ?";
  private static final String COUNTS =
      """
      SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END) AS waiting,
        COUNT(CASE WHEN state = 'dead' AND ended > ? THEN 1 END) AS dead,
        MIN(CASE WHEN state = 'waiting' THEN created END) AS oldest,
        MAX(CASE WHEN state = 'sent' THEN ended END) AS last_sent
      FROM outbox""";
  private static final String WHY =
      """
      SELECT reason FROM outbox WHERE state = 'waiting' AND reason <> ''
      ORDER BY next_attempt DESC LIMIT 1""";

  private final Database database;

  public Outbox(Database database) {
    this.database = database;
  }

  /**
   * How the outbox stands.
   *
   * @param dead mails that were given up in the last week
   * @param oldest when the oldest waiting mail was put in, or null
   * @param lastSent when a mail last left, or null
   * @param why why a waiting mail could not leave at its last try; "" when none was tried in vain
   */
  public record Standing(
      int waiting, int dead, @Nullable Instant oldest, @Nullable Instant lastSent, String why) {}

  /** Puts a mail in, within the transaction that decides that it must be sent. Returns its id. */
  public static long put(JdbcClient transaction, Draft draft, Instant now) {
    long id = Counter.OUTBOX.next(transaction);
    transaction
        .sql(PUT)
        .params(
            id,
            draft.kind().name(),
            draft.school(),
            draft.to().email(),
            draft.to().name(),
            draft.subject(),
            MailRow.written(draft.plan()),
            "earshot." + id + "." + UUID.randomUUID(),
            now.toEpochMilli(),
            now.plus(LIFETIME).toEpochMilli(),
            now.toEpochMilli())
        .update();
    return id;
  }

  /** The mails whose time has come, alerts first, then the oldest; at most {@code most}. */
  public List<Mail> due(Instant now, int most) {
    return database.read(
        jdbc ->
            jdbc.sql(DUE)
                .params(now.toEpochMilli(), now.plus(LONGEST_WAIT).toEpochMilli(), most)
                .query(MailRow.INSTANCE)
                .list());
  }

  /**
   * Notes that a try begins, before it does: whatever happens in it, the mail comes up again at
   * {@code next} and no sooner.
   *
   * @param domain right side of the Message-ID if this is the first try (RFC 5322 §3.6.4)
   * @return the Message-ID, the same at every try; empty when the mail no longer waits
   */
  public Optional<String> begin(long id, String domain, Instant next) {
    return database.write(
        jdbc ->
            jdbc.sql(BEGIN).params(next.toEpochMilli(), domain, id).query(String.class).optional());
  }

  public void sent(long id, Instant now) {
    end(id, State.SENT, "", now);
  }

  /** Gives a mail up; it stays, in plain sight, with the reason. */
  public void dead(long id, String reason, Instant now) {
    end(id, State.DEAD, reason, now);
  }

  private void end(long id, State state, String reason, Instant now) {
    database.write(
        jdbc -> jdbc.sql(END).params(state.word(), now.toEpochMilli(), reason, id).update());
  }

  /** Puts a mail off. */
  public void later(long id, String reason, Instant next) {
    database.write(jdbc -> jdbc.sql(LATER).params(next.toEpochMilli(), reason, id).update());
  }

  /** Makes every waiting mail due: what held them all up is over. */
  public void hurry(Instant now) {
    database.write(jdbc -> jdbc.sql(HURRY).params(now.toEpochMilli(), now.toEpochMilli()).update());
  }

  /** Gives up what has waited for its whole time and could not leave just now either. */
  public void expire(String why, Instant now) {
    database.write(
        jdbc ->
            jdbc.sql(EXPIRE)
                .params(now.toEpochMilli(), GIVEN_UP + why, now.toEpochMilli())
                .update());
  }

  /**
   * Gives a mail up because its recipient is no longer told; what an alert was to say is told anew
   * to whoever is.
   */
  public void withdraw(long id, String reason, Instant now) {
    database.write(
        jdbc -> {
          jdbc.sql(FORGET_TOLD_NOTICES).param(id).update();
          jdbc.sql(FORGET_TOLD).param(id).update();
          return jdbc.sql(END).params(State.DEAD.word(), now.toEpochMilli(), reason, id).update();
        });
  }

  /** Sends a dead letter again, at once and for as long as a new one; false when it is not dead. */
  public boolean retry(long id, Instant now) {
    return database.write(
        jdbc ->
            jdbc.sql(RETRY)
                    .params(now.toEpochMilli(), now.plus(LIFETIME).toEpochMilli(), id)
                    .update()
                == 1);
  }

  /** The mails in one state, the newest first, at most {@code most}. */
  public List<Mail> in(State state, int most) {
    return database.read(
        jdbc -> jdbc.sql(IN_STATE).params(state.word(), most).query(MailRow.INSTANCE).list());
  }

  public Optional<Mail> one(long id) {
    return database.read(jdbc -> jdbc.sql(ONE).param(id).query(MailRow.INSTANCE).optional());
  }

  public Standing standing(Instant now) {
    return database.read(
        jdbc -> {
          String why = jdbc.sql(WHY).query(String.class).optional().orElse("");
          return jdbc.sql(COUNTS)
              .param(now.minus(LIFETIME).toEpochMilli())
              .query(
                  (row, number) ->
                      new Standing(
                          row.getInt("waiting"),
                          row.getInt("dead"),
                          Values.instant(row, "oldest"),
                          Values.instant(row, "last_sent"),
                          why))
              .single();
        });
  }

  /** When alerts were put in for a recipient about a school since a moment, the oldest first. */
  public static List<Instant> alertsSince(
      JdbcClient jdbc, String school, String recipient, Instant since) {
    return jdbc.sql(
            "SELECT created FROM outbox WHERE recipient = ? AND school = ? AND kind = 'ALERT'"
                + " AND created >= ? ORDER BY created")
        .params(Values.of(recipient, school, since.toEpochMilli()))
        .query((row, number) -> Instant.ofEpochMilli(row.getLong("created")))
        .list();
  }
}
