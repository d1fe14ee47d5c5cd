package earshot.web.people;

import earshot.store.Database;
import earshot.store.Values;
import earshot.web.people.OneTimeLink.Purpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one-time links in the store: each works once, for {@link OneTimeLink#LIFE}. */
public final class Links {
  private static final String INSERT =
      "INSERT INTO one_time_link (hash, purpose, person, created, expires) VALUES (?, ?, ?, ?, ?)";
  private static final String VOID_OTHERS =
      """
      UPDATE one_time_link SET used = ? WHERE used IS NULL AND purpose = ?
        AND (person = ? OR (person IS NULL AND ? IS NULL))""";
  private static final String FIND =
      """
      SELECT person FROM one_time_link
      WHERE hash = ? AND purpose = ? AND used IS NULL AND expires > ?
        AND (person IS NULL
          OR created >= (SELECT valid_from FROM person WHERE person.id = one_time_link.person))""";
  private static final String USE =
      """
      UPDATE one_time_link SET used = ?
      WHERE hash = ? AND purpose = ? AND used IS NULL AND expires > ?""";

  private final Database database;
  private final People people;
  private final InstantSource clock;

  public Links(Database database, People people, InstantSource clock) {
    this.database = database;
    this.people = people;
    this.clock = clock;
  }

  /** A link to make the first administrator; empty when there is an account already. */
  public Optional<OneTimeLink> firstAdministrator() {
    return people.isEmpty()
        ? Optional.of(make(Purpose.FIRST_ADMINISTRATOR, null))
        : Optional.empty();
  }

  /** A link with which a person sets a password; earlier ones no longer work. */
  public OneTimeLink password(Person person) {
    return make(Purpose.PASSWORD, person.id());
  }

  /** A link that signs a person in at once, for the demonstration. */
  public OneTimeLink signIn(Person person) {
    return make(Purpose.SIGN_IN, person.id());
  }

  private OneTimeLink make(Purpose purpose, @Nullable Long person) {
    String token = Token.fresh();
    Instant now = clock.instant();
    Instant expires = now.plus(OneTimeLink.LIFE);
    database.write(
        transaction -> {
          transaction
              .sql(VOID_OTHERS)
              .params(Values.of(now.toEpochMilli(), purpose.word(), person, person))
              .update();
          return transaction
              .sql(INSERT)
              .params(
                  Values.of(
                      Token.hash(token),
                      purpose.word(),
                      person,
                      now.toEpochMilli(),
                      expires.toEpochMilli()))
              .update();
        });
    return new OneTimeLink(purpose.path(token), expires);
  }

  /** Whether a link to make the first administrator still works. */
  public boolean firstWorks(String token) {
    return people.isEmpty()
        && database.read(jdbc -> find(jdbc, Purpose.FIRST_ADMINISTRATOR, token)).isPresent();
  }

  /** Whose link it is, if it still works; does not use it up. */
  public Optional<Person> whose(Purpose purpose, String token) {
    return database
        .read(jdbc -> find(jdbc, purpose, token).flatMap(id -> people.byId(jdbc, id)))
        .filter(person -> !person.disabled());
  }

  /** Uses a link up; whose it was, if it worked. Of two who try at once, one gets it. */
  public Optional<Person> use(Purpose purpose, String token) {
    return whose(purpose, token).filter(person -> spend(purpose, token));
  }

  /** Uses up a link to make the first administrator; false when it does not work any more. */
  public boolean useFirst(String token) {
    return people.isEmpty() && spend(Purpose.FIRST_ADMINISTRATOR, token);
  }

  private boolean spend(Purpose purpose, String token) {
    long now = clock.millis();
    return database.write(
            transaction ->
                transaction.sql(USE).params(now, Token.hash(token), purpose.word(), now).update())
        == 1;
  }

  /** The number of the person whose link it is; 0 when it is nobody's yet. */
  private Optional<Long> find(JdbcClient jdbc, Purpose purpose, String token) {
    return jdbc.sql(FIND)
        .params(Token.hash(token), purpose.word(), clock.millis())
        .query((row, number) -> row.getLong("person"))
        .optional();
  }
}
