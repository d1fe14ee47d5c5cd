package earshot.web.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.school.Role;
import earshot.store.Database;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts in the store. There is none to begin with (ASVS 5.0, 6.3.2). */
public final class People {
  private static final String INSERT =
      """
      INSERT INTO person (id, name, email, role, schools, password, disabled, created, valid_from)
      SELECT COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, NULL, 0, ?, ? FROM person""";
  private static final String ALL = "SELECT * FROM person ORDER BY name, id";
  private static final String BY_ID = "SELECT * FROM person WHERE id = ?";
  private static final String BY_EMAIL = "SELECT * FROM person WHERE email = ?";
  private static final String PASSWORD = "SELECT password FROM person WHERE id = ?";
  private static final String COUNT = "SELECT COUNT(*) FROM person";
  private static final String SET_PASSWORD =
      "UPDATE person SET password = ?, valid_from = ? WHERE id = ?";
  private static final String SET_DISABLED =
      "UPDATE person SET disabled = ?, valid_from = ? WHERE id = ?";
  private static final String SET_ROLE =
      "UPDATE person SET role = ?, schools = ?, valid_from = ? WHERE id = ?";
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
  private static final int LONGEST = 200;

  private final Database database;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();

  public People(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who is to have an account. */
  public record NewPerson(String name, String email, Role role, List<String> schools) {
    public NewPerson {
      name = name.strip();
      email = normal(email);
      schools = List.copyOf(schools);
      if (name.isEmpty() || name.length() > LONGEST) {
        throw new IllegalArgumentException("A name has 1 to " + LONGEST + " characters.");
      }
      if (!email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+") || email.length() > LONGEST) {
        throw new IllegalArgumentException(
            "'" + email + "' is no e-mail address. Write it like office@thistlewick.example.");
      }
    }
  }

  /**
   * Makes an account without a password; give the person a link to set one.
   *
   * @throws IllegalArgumentException with a plain sentence when the address has an account already
   */
  public Person add(NewPerson wanted) {
    long now = clock.millis();
    return database.write(
        transaction -> {
          if (byEmail(transaction, wanted.email()).isPresent()) {
            throw new IllegalArgumentException(
                "There is an account for " + wanted.email() + " already.");
          }
          transaction
              .sql(INSERT)
              .params(
                  wanted.name(),
                  wanted.email(),
                  wanted.role().name(),
                  written(wanted.schools()),
                  now,
                  now)
              .update();
          return byEmail(transaction, wanted.email()).orElseThrow();
        });
  }

  public List<Person> all() {
    return database.read(jdbc -> jdbc.sql(ALL).query((row, number) -> person(row)).list());
  }

  public boolean isEmpty() {
    return database.read(jdbc -> jdbc.sql(COUNT).query(Long.class).single()) == 0;
  }

  public Optional<Person> byId(long id) {
    return database.read(jdbc -> byId(jdbc, id));
  }

  Optional<Person> byId(JdbcClient jdbc, long id) {
    return jdbc.sql(BY_ID).param(id).query((row, number) -> person(row)).optional();
  }

  public Optional<Person> byEmail(String email) {
    return database.read(jdbc -> byEmail(jdbc, normal(email)));
  }

  private Optional<Person> byEmail(JdbcClient jdbc, String email) {
    return jdbc.sql(BY_EMAIL).param(email).query((row, number) -> person(row)).optional();
  }

  /** The password as Argon2id left it; null when none was set yet. */
  public @Nullable String passwordHash(long person) {
    return database.read(
        jdbc ->
            jdbc.sql(PASSWORD)
                .param(person)
                .query((row, number) -> Optional.ofNullable(row.getString("password")))
                .optional()
                .flatMap(hash -> hash)
                .orElse(null));
  }

  /** Sets a password, already hashed; every session of before ends. */
  public void setPassword(long person, String hash) {
    update(SET_PASSWORD, hash, clock.millis(), person);
  }

  /** Shuts a person out, or lets them in again; every session of before ends. */
  public void setDisabled(long person, boolean disabled) {
    update(SET_DISABLED, disabled ? 1 : 0, clock.millis(), person);
  }

  /** Changes what a person may do and see; every session of before ends. */
  public void setRole(long person, Role role, List<String> schools) {
    update(SET_ROLE, role.name(), written(schools), clock.millis(), person);
  }

  private void update(String sql, @Nullable Object... values) {
    database.write(transaction -> transaction.sql(sql).params(Values.of(values)).update());
  }

  Instant now() {
    return clock.instant();
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getLong("id"),
        Values.text(row, "name"),
        Values.text(row, "email"),
        Role.valueOf(row.getString("role")),
        strings(Values.text(row, "schools")),
        row.getString("password") != null,
        row.getInt("disabled") != 0,
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("valid_from")));
  }

  private List<String> strings(String written) {
    try {
      return json.readValue(written, STRINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a person's schools", e);
    }
  }

  private String written(List<String> values) {
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
