package earshot.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.Finding.Matched;
import earshot.mention.Mention;
import earshot.mention.Mentions;
import earshot.store.Counter;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings in the store. Every call takes the transaction it belongs to. */
public final class Findings {
  private static final String KEEP =
      """
      INSERT INTO finding (mention, school, sequence, version, hits, relevant, severity, judgement,
        state, found)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (mention, school) DO UPDATE SET sequence = excluded.sequence,
        version = excluded.version, hits = excluded.hits, relevant = excluded.relevant,
        severity = excluded.severity, judgement = excluded.judgement""";
  private static final String SELECT =
      "SELECT m.*, f.school, f.sequence, f.hits, f.judgement, f.state, f.found,"
          + " f.version AS judged"
          + " FROM finding f JOIN mention m ON m.id = f.mention";
  private static final String AFTER = SELECT + " WHERE f.sequence > ? ORDER BY f.sequence LIMIT ?";
  private static final String ERASED_AFTER =
      "SELECT sequence, mention, school FROM erased WHERE sequence > ? ORDER BY sequence LIMIT ?";
  private static final String ONE = SELECT + " WHERE f.mention = ? AND f.school = ?";
  private static final String SCHOOLS_OF = "SELECT school FROM finding WHERE mention = ?";
  private static final String FOUND_BETWEEN =
      SELECT + " WHERE f.school = ? AND f.found >= ? AND f.found < ? ORDER BY f.found, f.mention";
  private static final String NEWEST_FINDINGS = SELECT + " ORDER BY m.published DESC, m.id LIMIT ?";
  private static final String SET_STATE =
      "UPDATE finding SET state = ?, sequence = ? WHERE mention = ? AND school = ?";
  private static final String HIGHEST =
      """
      SELECT MAX(COALESCE((SELECT MAX(sequence) FROM finding), 0),
                 COALESCE((SELECT MAX(sequence) FROM erased), 0))""";
  private static final TypeReference<List<Matched>> MATCHED = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final RowMapper<Mention> mentions = Mentions.mapper();

  /** What is no more. */
  public record Erased(long sequence, long mention, String school) {}

  /** Keeps what a mention is for a school; a later call for the same two replaces it. */
  public Finding keep(
      JdbcClient transaction,
      Mention mention,
      String school,
      List<Matched> matched,
      Judgement judgement) {
    Optional<Finding> known = one(transaction, mention.id(), school);
    Finding finding =
        new Finding(
            mention,
            school,
            Counter.SEQUENCE.next(transaction),
            matched,
            judgement,
            known.map(Finding::state).orElse(Finding.NEW),
            known.map(Finding::found).orElse(mention.fetched()));
    transaction
        .sql(KEEP)
        .params(
            mention.id(),
            school,
            finding.sequence(),
            mention.version(),
            written(matched),
            judgement.relevant() ? 1 : 0,
            judgement.severity().word(),
            written(JudgementJson.of(judgement)),
            finding.state(),
            finding.found().toEpochMilli())
        .update();
    return finding;
  }

  /** What changed after a sequence number, in its order, at most {@code most}. */
  public List<Finding> after(JdbcClient jdbc, long sequence, int most) {
    return jdbc.sql(AFTER).params(sequence, most).query(this::finding).list();
  }

  /** What was erased after a sequence number, in its order, at most {@code most}. */
  public List<Erased> erasedAfter(JdbcClient jdbc, long sequence, int most) {
    return jdbc.sql(ERASED_AFTER)
        .params(sequence, most)
        .query(
            (row, number) ->
                new Erased(
                    row.getLong("sequence"), row.getLong("mention"), Values.text(row, "school")))
        .list();
  }

  /** The sequence number of the newest change; 0 for an empty store. */
  public long newest(JdbcClient jdbc) {
    return jdbc.sql(HIGHEST).query(Long.class).single();
  }

  public Optional<Finding> one(JdbcClient jdbc, long mention, String school) {
    return jdbc.sql(ONE).params(mention, school).query(this::finding).optional();
  }

  public boolean holds(JdbcClient jdbc, long mention, String school) {
    return schoolsOf(jdbc, mention).contains(school);
  }

  /** The schools that a mention concerns. */
  public Set<String> schoolsOf(JdbcClient jdbc, long mention) {
    return jdbc.sql(SCHOOLS_OF)
        .param(mention)
        .query((row, number) -> Values.text(row, "school"))
        .set();
  }

  /** What was first found for a school from one moment (included) to another (not). */
  public List<Finding> foundBetween(JdbcClient jdbc, String school, Instant from, Instant to) {
    return jdbc.sql(FOUND_BETWEEN)
        .params(school, from.toEpochMilli(), to.toEpochMilli())
        .query(this::finding)
        .list();
  }

  /** The findings that were said last, at most {@code most}. */
  public List<Finding> newest(JdbcClient jdbc, int most) {
    return jdbc.sql(NEWEST_FINDINGS).param(most).query(this::finding).list();
  }

  /** Moves a finding on in triage. */
  public void setState(JdbcClient transaction, long mention, String school, String state) {
    transaction
        .sql(SET_STATE)
        .params(state, Counter.SEQUENCE.next(transaction), mention, school)
        .update();
  }

  private Finding finding(ResultSet row, int number) throws SQLException {
    Mention mention = Objects.requireNonNull(mentions.mapRow(row, number));
    try {
      Judgement judgement =
          json.readValue(Values.text(row, "judgement"), JudgementJson.class).judgement();
      return new Finding(
          mention,
          Values.text(row, "school"),
          row.getLong("sequence"),
          json.readValue(Values.text(row, "hits"), MATCHED),
          row.getInt("judged") == mention.version() ? judgement : hidden(judgement, mention),
          Values.text(row, "state"),
          Instant.ofEpochMilli(row.getLong("found")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the judgement of mention " + mention.id(), e);
    }
  }

  /** A judgement of another version does not say which words identify a child: none is shown. */
  private static Judgement hidden(Judgement judgement, Mention mention) {
    int end = Finding.searched(mention.title(), mention.text()).length();
    return judgement.with(List.of(), List.of(new Span(0, end)), judgement.because());
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
