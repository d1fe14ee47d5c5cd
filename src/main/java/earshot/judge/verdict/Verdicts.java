package earshot.judge.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Judgement;
import earshot.judge.JudgementJson;
import earshot.judge.Span;
import earshot.store.Counter;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The verdicts in the store. Only ever added to. Every call takes the transaction it belongs to.
 */
public final class Verdicts {
  private static final String INSERT =
      """
      INSERT INTO verdict (id, mention, school, version, person, at, kind, answer, judged, pupil,
        lifts, note, standing)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""";
  private static final String STAND_DOWN =
      "UPDATE verdict SET standing = 0 WHERE mention = ? AND school = ? AND standing = 1";
  private static final String LAST =
      "SELECT * FROM verdict WHERE mention = ? AND school = ? AND standing = 1";
  private static final String JUDGED = "SELECT judged FROM verdict WHERE id = ?";
  private static final String HISTORY =
      "SELECT * FROM verdict WHERE mention = ? AND school = ? ORDER BY id";
  private static final String OF_SCHOOL =
      "SELECT * FROM verdict WHERE school = ? AND standing = 1 AND kind <> 'withdrawn' ORDER BY id";
  private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();

  /** The last that was said, a withdrawal included. */
  public Optional<Verdict> last(JdbcClient jdbc, long mention, String school) {
    return jdbc.sql(LAST).params(mention, school).query((row, number) -> verdict(row)).optional();
  }

  /** The one that stands. */
  public Optional<Verdict> standing(JdbcClient jdbc, long mention, String school) {
    return last(jdbc, mention, school).filter(Verdict::stands);
  }

  /** All that was ever said of a mention for a school, in order. */
  public List<Verdict> history(JdbcClient jdbc, long mention, String school) {
    return jdbc.sql(HISTORY).params(mention, school).query((row, number) -> verdict(row)).list();
  }

  /** The standing ones of a school, in order. */
  public List<Verdict> of(JdbcClient jdbc, String school) {
    return jdbc.sql(OF_SCHOOL).param(school).query((row, number) -> verdict(row)).list();
  }

  /** What was judged before anybody spoke; withdrawing the verdict puts it back. */
  public Judgement judged(JdbcClient jdbc, Verdict verdict) {
    return read(
            jdbc.sql(JUDGED).param(verdict.id()).query(String.class).single(),
            new TypeReference<JudgementJson>() {})
        .judgement();
  }

  /**
   * Keeps a verdict in the place of the one that stood.
   *
   * @param said its id does not count
   * @param judged what was judged before anybody spoke
   */
  Verdict keep(JdbcClient transaction, Verdict said, Judgement judged) {
    transaction.sql(STAND_DOWN).params(said.mention(), said.school()).update();
    long id = Counter.VERDICT.next(transaction);
    transaction
        .sql(INSERT)
        .params(
            id,
            said.mention(),
            said.school(),
            said.version(),
            said.person(),
            said.at().toEpochMilli(),
            said.kind().name().toLowerCase(Locale.ROOT),
            written(said.answer().written()),
            written(JudgementJson.of(judged)),
            written(said.pupil()),
            said.lifts() ? 1 : 0,
            said.note())
        .update();
    return new Verdict(
        id,
        said.mention(),
        said.school(),
        said.version(),
        said.person(),
        said.at(),
        said.kind(),
        said.answer(),
        said.pupil(),
        said.lifts(),
        said.note());
  }

  private Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(
        row.getLong("id"),
        row.getLong("mention"),
        Values.text(row, "school"),
        row.getInt("version"),
        Values.text(row, "person"),
        Instant.ofEpochMilli(row.getLong("at")),
        Verdict.Kind.valueOf(Values.text(row, "kind").toUpperCase(Locale.ROOT)),
        read(Values.text(row, "answer"), new TypeReference<Answer.Written>() {}).answer(),
        read(Values.text(row, "pupil"), SPANS),
        row.getInt("lifts") == 1,
        Values.text(row, "note"));
  }

  private <T> T read(String written, TypeReference<T> type) {
    try {
      return json.readValue(written, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a verdict in the store", e);
    }
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
