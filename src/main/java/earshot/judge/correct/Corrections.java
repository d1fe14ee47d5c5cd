package earshot.judge.correct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Judges;
import earshot.store.Counter;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The corrections in the store: at most one of a school is active, and each knows the one that it
 * took the place of. Every call takes the transaction it belongs to.
 */
public final class Corrections {
  /** Which of the figures is the fingerprint of the judge. */
  public static final String JUDGE = "judge";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      """
      INSERT INTO correction (id, school, fitted, person, before, active, model, figures)
      VALUES (?, ?, ?, ?, ?, 1, ?, ?)""";
  private static final String ACTIVE = "SELECT * FROM correction WHERE school = ? AND active = 1";
  private static final String ALL_ACTIVE = "SELECT school, id FROM correction WHERE active = 1";
  private static final String ONE = "SELECT * FROM correction WHERE id = ?";
  private static final String OF_SCHOOL = "SELECT * FROM correction WHERE school = ? ORDER BY id";
  private static final String STAND_DOWN =
      "UPDATE correction SET active = 0 WHERE school = ? AND active = 1";
  private static final String STAND_UP = "UPDATE correction SET active = 1 WHERE id = ?";

  /**
   * One correction.
   *
   * @param before the id of the one that it took the place of; null when there was none
   * @param figures what it was tried at, and by which judge, as JSON
   */
  public record Kept(
      long id,
      String school,
      Instant fitted,
      String person,
      @Nullable Long before,
      boolean active,
      Correction correction,
      String figures) {

    /** Whether it was tried with the judge that ships now. */
    public boolean isTriedNow() {
      try {
        return JSON.readTree(figures).path(JUDGE).asText().equals(Judges.fingerprint());
      } catch (JsonProcessingException e) {
        return false;
      }
    }
  }

  /** Keeps a correction, in force from now on in the place of the one that was. */
  public long apply(JdbcClient transaction, Kept made) {
    Long before = active(transaction, made.school()).map(Kept::id).orElse(null);
    transaction.sql(STAND_DOWN).param(made.school()).update();
    long id = Counter.CORRECTION.next(transaction);
    transaction
        .sql(INSERT)
        .params(
            Values.of(
                id,
                made.school(),
                made.fitted().toEpochMilli(),
                made.person(),
                before,
                CorrectionJson.written(made.correction()),
                made.figures()))
        .update();
    return id;
  }

  /** Goes back to the one before, or to none; the one that was undone, if there was one. */
  public Optional<Kept> undo(JdbcClient transaction, String school) {
    Optional<Kept> undone = active(transaction, school);
    undone.ifPresent(
        correction -> {
          transaction.sql(STAND_DOWN).param(school).update();
          if (correction.before() != null) {
            transaction.sql(STAND_UP).param(correction.before()).update();
          }
        });
    return undone;
  }

  /** The one in force. */
  public Optional<Kept> active(JdbcClient jdbc, String school) {
    return jdbc.sql(ACTIVE).param(school).query((row, number) -> kept(row)).optional();
  }

  /** Every correction of a school, the oldest first. */
  public List<Kept> of(JdbcClient jdbc, String school) {
    return jdbc.sql(OF_SCHOOL).param(school).query((row, number) -> kept(row)).list();
  }

  /** The one that a correction took the place of. */
  public Optional<Correction> before(JdbcClient jdbc, Kept kept) {
    return kept.before() == null
        ? Optional.empty()
        : one(jdbc, kept.before()).map(Kept::correction);
  }

  Optional<Kept> one(JdbcClient jdbc, long id) {
    return jdbc.sql(ONE).param(id).query((row, number) -> kept(row)).optional();
  }

  /** The id of the one in force, for each school that has one. */
  Map<String, Long> inForce(JdbcClient jdbc) {
    Map<String, Long> inForce = new HashMap<>();
    jdbc.sql(ALL_ACTIVE)
        .query(
            row -> {
              inForce.put(Values.text(row, "school"), row.getLong("id"));
            });
    return inForce;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    long before = row.getLong("before");
    Long earlier = row.wasNull() ? null : before;
    return new Kept(
        row.getLong("id"),
        Values.text(row, "school"),
        Instant.ofEpochMilli(row.getLong("fitted")),
        Values.text(row, "person"),
        earlier,
        row.getInt("active") == 1,
        CorrectionJson.read(Values.text(row, "model")),
        Values.text(row, "figures"));
  }
}
