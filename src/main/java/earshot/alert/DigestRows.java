package earshot.alert;

import earshot.alert.sources.Outage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digests that were sent, and when Earshot was off, in the store. */
final class DigestRows {
  /**
   * Shorter stops are not worth a sentence: a feed is read every half an hour unless it is set
   * otherwise, so that a restart or an update only makes a post a reading or two late.
   */
  static final Duration OUTAGE = Duration.ofHours(1);

  private static final Duration BEAT = Duration.ofMinutes(1);
  private static final String LAST =
      "SELECT * FROM digest WHERE school = ? ORDER BY day DESC LIMIT 1";
  private static final String KEEP =
      "INSERT INTO digest (school, day, through, created) VALUES (?, ?, ?, ?)";
  private static final String BEATEN = "SELECT at FROM heartbeat WHERE name = 'earshot'";
  private static final String BEAT_NOW =
      """
      INSERT INTO heartbeat (name, at) VALUES ('earshot', ?)
      ON CONFLICT (name) DO UPDATE SET at = excluded.at""";
  private static final String WAS_OFF =
      "INSERT INTO outage (began, ended) VALUES (?, ?) ON CONFLICT (began) DO NOTHING";
  private static final String OUTAGES = "SELECT * FROM outage WHERE ended > ? ORDER BY began";

  private DigestRows() {}

  /**
   * A digest that was sent.
   *
   * @param through the newest notice it covers
   */
  record Sent(LocalDate day, long through, Instant created) {}

  static Optional<Sent> last(JdbcClient jdbc, String school) {
    return jdbc.sql(LAST).param(school).query((row, number) -> sent(row)).optional();
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        LocalDate.parse(row.getString("day")),
        row.getLong("through"),
        Instant.ofEpochMilli(row.getLong("created")));
  }

  static void keep(JdbcClient transaction, String school, Sent sent) {
    transaction
        .sql(KEEP)
        .params(school, sent.day().toString(), sent.through(), sent.created().toEpochMilli())
        .update();
  }

  /** Whether the last beat is so old, or so far ahead, that it is time for another. */
  static boolean beatDue(JdbcClient jdbc, Instant now) {
    return beaten(jdbc)
        .map(at -> Duration.between(at, now).abs().compareTo(BEAT) >= 0)
        .orElse(true);
  }

  /** Shows that Earshot runs, and notes for how long it did not. */
  static boolean beat(JdbcClient transaction, Instant now) {
    Optional<Instant> last = beaten(transaction);
    if (last.isPresent() && Duration.between(last.get(), now).compareTo(OUTAGE) > 0) {
      transaction.sql(WAS_OFF).params(last.get().toEpochMilli(), now.toEpochMilli()).update();
    }
    return transaction.sql(BEAT_NOW).param(now.toEpochMilli()).update() == 1;
  }

  private static Optional<Instant> beaten(JdbcClient jdbc) {
    return jdbc.sql(BEATEN).query(Long.class).optional().map(Instant::ofEpochMilli);
  }

  /** When Earshot was off, as far as it came to an end after a moment. */
  static List<Outage> outagesSince(JdbcClient jdbc, Instant since) {
    return jdbc.sql(OUTAGES)
        .param(since.toEpochMilli())
        .query(
            (row, number) ->
                new Outage(
                    Instant.ofEpochMilli(row.getLong("began")),
                    Instant.ofEpochMilli(row.getLong("ended"))))
        .list();
  }
}
