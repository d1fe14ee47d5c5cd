package earshot.web.people;

import earshot.store.Database;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who looked behind the mask or changed an account, when and why. Only ever added to: each entry's
 * hash covers the entry and the hash before it, so that a change or a gap shows.
 */
public final class Audit {
  private static final String LAST = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
  private static final String INSERT =
      "INSERT INTO audit (number, at, person, action, subject, reason, hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String ALL = "SELECT * FROM audit ORDER BY number";
  private static final Link START = new Link(0, "");
  private static final String FOR = " for ";

  private final Database database;
  private final InstantSource clock;

  public Audit(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Link(long number, String hash) {}

  /**
   * One entry.
   *
   * @param person name and address as they were then
   * @param action such as {@code unmask}
   * @param subject what it was done to, such as {@code mention 12 for thistlewick}
   */
  public record Entry(
      long number,
      Instant at,
      String person,
      String action,
      String subject,
      String reason,
      String hash) {
    /** The schools and trusts that it concerns, by which {@code subject} ends. */
    public List<String> schools() {
      int at = subject.lastIndexOf(FOR);
      return at < 0 ? List.of() : List.of(subject.substring(at + FOR.length()).split(" "));
    }
  }

  /** A subject, such as {@code mention 12}, that concerns some schools and trusts. */
  public static String about(String what, List<String> schools) {
    return what + FOR + String.join(" ", schools);
  }

  /** Adds an entry. */
  public void add(Person person, String action, String subject, String reason) {
    database.write(
        transaction -> {
          add(transaction, person.asWritten(), action, subject, reason);
          return true;
        });
  }

  /**
   * Adds an entry in the transaction of what it tells.
   *
   * @param person name and address, or {@code command line}
   */
  public void add(
      JdbcClient transaction, String person, String action, String subject, String reason) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    add(transaction, new Entry(0, now, person, action, subject, reason, ""));
  }

  private static void add(JdbcClient transaction, Entry entry) {
    Link last =
        transaction
            .sql(LAST)
            .query((row, number) -> new Link(row.getLong("number"), Values.text(row, "hash")))
            .optional()
            .orElse(START);
    long number = last.number() + 1;
    transaction
        .sql(INSERT)
        .params(
            number,
            entry.at().toEpochMilli(),
            entry.person(),
            entry.action(),
            entry.subject(),
            entry.reason(),
            hash(last.hash(), number, entry))
        .update();
  }

  private static String hash(String before, long number, Entry entry) {
    // lengths keep two different rows from being written as the same text
    StringBuilder whole = new StringBuilder(before).append('|').append(number);
    for (String part :
        List.of(
            Long.toString(entry.at().toEpochMilli()),
            entry.person(),
            entry.action(),
            entry.subject(),
            entry.reason())) {
      whole.append('|').append(part.length()).append(':').append(part);
    }
    return Token.hash(whole.toString());
  }

  public List<Entry> newestFirst() {
    return all().reversed();
  }

  private List<Entry> all() {
    return database.read(jdbc -> jdbc.sql(ALL).query((row, number) -> entry(row)).list());
  }

  /** Whether every entry is as it was written and none between is missing. */
  public boolean isWhole() {
    return isWhole(all());
  }

  /**
   * @param entries all of them, the oldest first
   */
  public static boolean isWhole(List<Entry> entries) {
    String before = "";
    long number = 0;
    for (Entry entry : entries) {
      number++;
      if (entry.number() != number || !entry.hash().equals(hash(before, number, entry))) {
        return false;
      }
      before = entry.hash();
    }
    return true;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("at")),
        Values.text(row, "person"),
        Values.text(row, "action"),
        Values.text(row, "subject"),
        Values.text(row, "reason"),
        Values.text(row, "hash"));
  }
}
