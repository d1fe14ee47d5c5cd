package earshot.listen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.listen.SourceState.Outcome;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the store knows of each source: when it is due, who reads it now, how the last reading went.
 */
public final class SourceStates {
  private static final String ADD =
      """
      INSERT INTO source_state (source, due, lease_until, memory, outcome, detail, notes, failures,
        items, mentions)
      VALUES (?, ?, 0, '{}', 'NEVER_READ', '', '[]', 0, 0, 0)
      ON CONFLICT (source) DO NOTHING""";
  private static final String DUE =
      "SELECT source FROM source_state WHERE due <= ? AND lease_until <= ? ORDER BY due";
  private static final String LEASE =
      "UPDATE source_state SET lease_until = ?, lease_owner = ? WHERE source = ? AND lease_until <= ?";
  private static final String RELEASE =
      "UPDATE source_state SET lease_until = 0, lease_owner = NULL, due = ? WHERE source = ?";
  private static final String RECORD =
      """
      UPDATE source_state SET memory = ?, polled = ?, last_good = COALESCE(?, last_good), outcome = ?,
        detail = ?, notes = ?, failures = ?, items = items + ?, mentions = mentions + ?
      WHERE source = ?""";
  private static final String SET_DUE = "UPDATE source_state SET due = ? WHERE source = ?";
  private static final String MEMORY = "SELECT memory FROM source_state WHERE source = ?";
  private static final String FAILURES = "SELECT failures FROM source_state WHERE source = ?";
  private static final String TRIES = "SELECT post, polls FROM source_try WHERE source = ?";
  private static final String FORGET_TRIES = "DELETE FROM source_try WHERE source = ?";
  private static final String ADD_TRY =
      "INSERT INTO source_try (source, post, polls) VALUES (?, ?, ?)";
  private static final String ALL = "SELECT * FROM source_state ORDER BY source";
  private static final TypeReference<Map<String, String>> ENTRIES = new TypeReference<>() {};
  private static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();

  /** Makes a source known; it is due at once. A known one keeps its place. */
  public void add(JdbcClient transaction, String source, Instant due) {
    transaction.sql(ADD).params(source, due.toEpochMilli()).update();
  }

  /** The sources whose time has come and that nobody reads, the longest overdue first. */
  public List<String> due(JdbcClient jdbc, Instant now) {
    return jdbc.sql(DUE)
        .params(now.toEpochMilli(), now.toEpochMilli())
        .query((row, number) -> Objects.requireNonNull(row.getString("source")))
        .list();
  }

  /** Takes a source for reading; false when somebody else has it. */
  public boolean lease(
      JdbcClient transaction, String source, String owner, Instant now, Duration length) {
    return transaction
            .sql(LEASE)
            .params(now.plus(length).toEpochMilli(), owner, source, now.toEpochMilli())
            .update()
        == 1;
  }

  /** Gives a source back, to be read again when it is due. */
  public void release(JdbcClient transaction, String source, Instant due) {
    transaction.sql(RELEASE).params(due.toEpochMilli(), source).update();
  }

  /** Moves a source's next reading. */
  public void setDue(JdbcClient transaction, String source, Instant due) {
    transaction.sql(SET_DUE).params(due.toEpochMilli(), source).update();
  }

  /** What the source's reader remembers; empty for one that was never read. */
  public Memory memory(JdbcClient jdbc, String source) {
    return jdbc.sql(MEMORY)
        .param(source)
        .query(String.class)
        .optional()
        .map(written -> new Memory(read(written, ENTRIES)))
        .orElse(Memory.EMPTY);
  }

  /** What of the source could not be judged or kept so far. */
  Tries tries(JdbcClient jdbc, String source) {
    Map<String, Integer> polls = new HashMap<>();
    jdbc.sql(TRIES)
        .param(source)
        .query(
            row -> {
              polls.put(Values.text(row, "post"), row.getInt("polls"));
            });
    return new Tries(polls);
  }

  /** Remembers what is to be tried again, in the place of what was. */
  void remember(JdbcClient transaction, String source, Tries tries) {
    transaction.sql(FORGET_TRIES).param(source).update();
    tries
        .polls()
        .forEach((post, polls) -> transaction.sql(ADD_TRY).params(source, post, polls).update());
  }

  /** Records what a poll came to, with what the reader must remember. */
  boolean record(
      JdbcClient transaction, Source source, Memory memory, Listener.Heard heard, Instant now) {
    add(transaction, source.id(), now);
    Told told = told(heard.poll());
    boolean good = told.outcome() == Outcome.READ || told.outcome() == Outcome.UNCHANGED;
    int failures =
        good ? 0 : transaction.sql(FAILURES).param(source.id()).query(Integer.class).single() + 1;
    return transaction
            .sql(RECORD)
            .params(
                Values.of(
                    written(memory.entries()),
                    now.toEpochMilli(),
                    good ? now.toEpochMilli() : null,
                    told.outcome().name(),
                    told.detail(),
                    written(told.notes()),
                    failures,
                    heard.items(),
                    heard.found(),
                    source.id()))
            .update()
        == 1;
  }

  private record Told(Outcome outcome, String detail, List<String> notes) {}

  private static Told told(Poll poll) {
    return switch (poll) {
      case Poll.Fetched fetched -> new Told(Outcome.READ, "", fetched.notes());
      case Poll.Unchanged unchanged -> new Told(Outcome.UNCHANGED, "", List.of());
      case Poll.Unavailable unavailable ->
          new Told(Outcome.UNAVAILABLE, unavailable.why(), List.of());
      case Poll.Refused refused -> new Told(Outcome.REFUSED, refused.why(), List.of());
    };
  }

  /** Every source ever known, by id. */
  public List<SourceState> all(JdbcClient jdbc) {
    return jdbc.sql(ALL).query((row, number) -> state(row)).list();
  }

  public Optional<SourceState> one(JdbcClient jdbc, String source) {
    return all(jdbc).stream().filter(state -> state.source().equals(source)).findFirst();
  }

  private SourceState state(ResultSet row) throws SQLException {
    return new SourceState(
        Objects.requireNonNull(row.getString("source")),
        Instant.ofEpochMilli(row.getLong("due")),
        instant(row, "polled"),
        instant(row, "last_good"),
        Outcome.valueOf(row.getString("outcome")),
        Objects.requireNonNull(row.getString("detail")),
        read(Objects.requireNonNull(row.getString("notes")), NOTES),
        row.getInt("failures"),
        row.getLong("items"),
        row.getLong("mentions"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private <T> T read(String written, TypeReference<T> type) {
    try {
      return json.readValue(written, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state of a source", e);
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
