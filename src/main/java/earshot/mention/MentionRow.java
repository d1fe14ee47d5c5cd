package earshot.mention;

import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.RowMapper;

/** A mention, from the row that keeps it or the item that brings it. */
final class MentionRow implements RowMapper<Mention> {
  static final MentionRow INSTANCE = new MentionRow();

  /** Nothing public about a school is older; a date before it is a fault of the source's clock. */
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  /** What the store gives a mention. */
  record Numbers(long id, int version, long story) {}

  private MentionRow() {}

  static Mention from(Source source, Item item, Instant now, Numbers numbers) {
    return new Mention(
        numbers.id(),
        source.id(),
        source.platform(),
        item.nativeId(),
        item.url(),
        item.title(),
        item.author(),
        item.context(),
        item.text(),
        item.language(),
        published(item, now),
        now,
        numbers.version(),
        numbers.story(),
        item.truncated());
  }

  static Mention edited(Mention known, Item item, Instant now) {
    return new Mention(
        known.id(),
        known.source(),
        known.platform(),
        known.nativeId(),
        known.url(),
        item.title().isEmpty() ? known.title() : item.title(),
        known.author().isEmpty() ? item.author() : known.author(),
        known.context().isEmpty() ? item.context() : known.context(),
        item.text(),
        known.language() == null ? item.language() : known.language(),
        known.published(),
        now,
        known.version() + 1,
        known.story(),
        item.truncated());
  }

  private static Instant published(Item item, Instant now) {
    Instant said = item.published() != null ? item.published() : item.updated();
    boolean believable =
        said != null && said.isAfter(OLDEST) && said.isBefore(now.plus(CLOCK_SKEW));
    return believable ? Objects.requireNonNull(said) : now;
  }

  @Override
  public Mention mapRow(ResultSet row, int number) throws SQLException {
    return new Mention(
        row.getLong("id"),
        Values.text(row, "source"),
        Values.text(row, "platform"),
        Values.text(row, "native_id"),
        row.getString("url"),
        Values.text(row, "title"),
        Values.text(row, "author"),
        Values.text(row, "context"),
        Values.text(row, "text"),
        row.getString("language"),
        Instant.ofEpochMilli(row.getLong("published")),
        Instant.ofEpochMilli(row.getLong("fetched")),
        row.getInt("version"),
        row.getLong("story"),
        row.getInt("truncated") == 1);
  }
}
