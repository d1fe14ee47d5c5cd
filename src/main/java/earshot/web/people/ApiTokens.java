package earshot.web.people;

import earshot.store.Database;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens with which a person's own programs use the JSON API. Like a session, a token ends when
 * its owner changes the password, is shut out, or gets another role.
 */
public final class ApiTokens {
  /** How many a person may hold. */
  public static final int MOST = 20;

  private static final String INSERT =
      """
      INSERT INTO api_token (id, hash, person, name, created)
      SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ? FROM api_token""";
  private static final String WORKING =
      """
      revoked IS NULL
        AND created >= (SELECT valid_from FROM person WHERE person.id = api_token.person)""";
  private static final String OF_PERSON =
      "SELECT * FROM api_token WHERE person = ? AND " + WORKING + " ORDER BY created, id";
  private static final String BY_HASH = "SELECT * FROM api_token WHERE hash = ? AND " + WORKING;
  private static final String USED = "UPDATE api_token SET last_used = ? WHERE id = ?";
  private static final String REVOKE =
      "UPDATE api_token SET revoked = ? WHERE id = ? AND person = ? AND revoked IS NULL";
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final People people;
  private final InstantSource clock;

  public ApiTokens(Database database, People people, InstantSource clock) {
    this.database = database;
    this.people = people;
    this.clock = clock;
  }

  /** A token as its owner sees it later; the secret itself is shown once, when it is made. */
  public record Known(long id, long person, String name, Instant created, @Nullable Instant used) {}

  /**
   * Makes a token and returns the secret, which the store does not keep.
   *
   * @throws IllegalArgumentException with a plain sentence when there are too many
   */
  public String make(Person person, String name) {
    if (of(person).size() >= MOST) {
      throw new IllegalArgumentException(
          "You have " + MOST + " tokens, which is the most. Revoke one that is not used.");
    }
    String token = Token.fresh();
    database.write(
        transaction ->
            transaction
                .sql(INSERT)
                .params(Token.hash(token), person.id(), name.strip(), clock.millis())
                .update());
    return token;
  }

  public List<Known> of(Person person) {
    return database.read(
        jdbc -> jdbc.sql(OF_PERSON).param(person.id()).query((row, number) -> known(row)).list());
  }

  /** Whose token it is, if it works and its owner may still come in. */
  public Optional<Person> whose(String token) {
    Optional<Known> found =
        database.read(
            jdbc ->
                jdbc.sql(BY_HASH)
                    .param(Token.hash(token))
                    .query((row, number) -> known(row))
                    .optional());
    Optional<Person> owner =
        found.flatMap(known -> people.byId(known.person())).filter(person -> !person.disabled());
    if (owner.isPresent()) {
      noteUse(found.orElseThrow());
    }
    return owner;
  }

  private void noteUse(Known token) {
    Instant now = clock.instant();
    Instant used = token.used();
    if (used == null || used.plus(NOTED_EVERY).isBefore(now)) {
      database.write(
          transaction -> transaction.sql(USED).params(now.toEpochMilli(), token.id()).update());
    }
  }

  /** Ends a person's own token; false when there is none of that number. */
  public boolean revoke(Person person, long id) {
    return database.write(
            transaction -> transaction.sql(REVOKE).params(clock.millis(), id, person.id()).update())
        == 1;
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getLong("id"),
        row.getLong("person"),
        Values.text(row, "name"),
        Instant.ofEpochMilli(row.getLong("created")),
        Values.instant(row, "last_used"));
  }
}
