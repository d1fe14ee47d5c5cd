package earshot.alert;

import earshot.alert.routing.Lane;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices in the store, and who has been told of them. */
final class NoticeRows {
  private static final String UNSETTLED =
      "SELECT * FROM notice WHERE settled = 0 AND school = ? ORDER BY id";
  private static final String SCHOOLS = "SELECT DISTINCT school FROM notice WHERE settled = 0";
  private static final String RANGE =
      """
      SELECT * FROM notice n WHERE school = ? AND id > ? AND id <= ?
        AND NOT EXISTS (SELECT 1 FROM finding f
          WHERE f.mention = n.mention AND f.school = n.school AND f.relevant = 0)
      ORDER BY id""";
  private static final String NEWEST = "SELECT COALESCE(MAX(id), 0) FROM notice";
  private static final String TOLD =
      """
      SELECT t.notice FROM told t JOIN notice n ON n.id = t.notice
      WHERE n.settled = 0 AND n.school = ? AND t.recipient = ?""";
  private static final String TELL =
      """
      INSERT INTO told (recipient, notice, mail, at) VALUES (?, ?, ?, ?)
      ON CONFLICT (recipient, notice) DO NOTHING""";
  private static final String SETTLE = "UPDATE notice SET settled = 1 WHERE id = ?";
  private static final String TOLD_SINCE =
      """
      SELECT thread, labels, CASE WHEN severity = 'critical' THEN story ELSE 0 END AS critical_story,
        COUNT(*) AS count
      FROM told t JOIN notice n ON n.id = t.notice
      WHERE t.recipient = ? AND n.school = ? AND t.mail IS NOT NULL AND t.at > ?
      GROUP BY thread, labels, CASE WHEN severity = 'critical' THEN story ELSE 0 END""";
  private static final String STORIES =
      """
      SELECT n.story AS story, MAX(CASE WHEN n.severity = 'critical' THEN 1 ELSE 0 END) AS critical,
        COUNT(DISTINCT CASE WHEN t.at > ? THEN t.mail END) AS mails
      FROM told t JOIN notice n ON n.id = t.notice
      WHERE t.recipient = ? AND n.school = ? AND t.mail IS NOT NULL AND t.at > ?
        AND n.story IN (SELECT story FROM notice WHERE settled = 0 AND school = ?)
      GROUP BY n.story""";

  private NoticeRows() {}

  /** The schools with something that not everybody concerned has been told. */
  static Set<String> schools(JdbcClient jdbc) {
    return jdbc.sql(SCHOOLS).query((row, number) -> Values.text(row, "school")).set();
  }

  static List<Notice> unsettled(JdbcClient jdbc, String school) {
    return jdbc.sql(UNSETTLED).param(school).query((row, number) -> notice(row)).list();
  }

  /**
   * What was kept for a school after one notice, up to and with another, but for what turned out
   * not to be about the school.
   */
  static List<Notice> between(JdbcClient jdbc, String school, long after, long through) {
    return jdbc.sql(RANGE)
        .params(school, after, through)
        .query((row, number) -> notice(row))
        .list();
  }

  /** The id of the newest notice of any school; 0 when there is none. */
  static long newest(JdbcClient jdbc) {
    return jdbc.sql(NEWEST).query(Long.class).single();
  }

  /** Which of a school's unsettled notices a recipient has been told, or was left to the digest. */
  static Set<Long> told(JdbcClient jdbc, String school, String recipient) {
    return jdbc.sql(TOLD).params(school, recipient).query((row, number) -> row.getLong(1)).set();
  }

  /**
   * Notes that a recipient has been told.
   *
   * @param mail the mail that tells it; null when it is left to the digest
   */
  static void tell(
      JdbcClient transaction, String recipient, Notice notice, @Nullable Long mail, Instant now) {
    transaction
        .sql(TELL)
        .params(Values.of(recipient, notice.id(), mail, now.toEpochMilli()))
        .update();
  }

  /** Notes that everybody concerned has been told. */
  static void settle(JdbcClient transaction, Notice notice) {
    transaction.sql(SETTLE).param(notice.id()).update();
  }

  /** What a recipient was told at once about a school, in the last hour and in the last days. */
  static History history(
      JdbcClient jdbc, String school, String recipient, List<Instant> mails, Instant now) {
    Map<Long, History.Story> stories = new HashMap<>();
    jdbc.sql(STORIES)
        .params(
            now.minus(Duration.ofDays(1)).toEpochMilli(),
            recipient,
            school,
            now.minus(History.REMEMBERED).toEpochMilli(),
            school)
        .query(
            row -> {
              stories.put(
                  row.getLong("story"),
                  new History.Story(row.getInt("critical") == 1, row.getInt("mails")));
            });
    List<History.Told> lastHour =
        jdbc.sql(TOLD_SINCE)
            .params(recipient, school, now.minus(Duration.ofHours(1)).toEpochMilli())
            .query(
                (row, number) ->
                    new History.Told(
                        row.getLong("thread"),
                        labels(Values.text(row, "labels")),
                        row.getLong("critical_story"),
                        row.getInt("count")))
            .list();
    return new History(mails, stories, lastHour);
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getLong("mention"),
        Values.text(row, "school"),
        row.getLong("story"),
        row.getLong("thread"),
        Severity.of(Values.text(row, "severity")),
        labels(Values.text(row, "labels")),
        new Lane(row.getInt("safeguarding") == 1, row.getInt("about_head") == 1),
        row.getInt("edited") == 1,
        Instant.ofEpochMilli(row.getLong("created")));
  }

  private static Set<Label> labels(String words) {
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (String word : words.split(" ")) {
      if (!word.isEmpty()) {
        labels.add(Label.of(word));
      }
    }
    return labels;
  }
}
