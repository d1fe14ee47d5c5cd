package earshot.mention;

import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Counter;
import earshot.store.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The mentions in the store. One for each (source, native id) and each canonical address, unless a
 * source uses one of them for several posts; an edit is a new version. Every call takes the
 * transaction it belongs to.
 */
public final class Mentions {
  private static final String BY_SIGHTING =
      "SELECT m.* FROM mention m JOIN sighting s ON s.mention = m.id"
          + " WHERE s.source = ? AND s.native_id = ?";
  private static final String BY_URL = "SELECT * FROM mention WHERE canonical_url = ?";
  private static final String BY_ID = "SELECT * FROM mention WHERE id = ?";
  private static final String INSERT =
      """
      INSERT INTO mention (id, source, platform, native_id, url, canonical_url, title, author,
        context, text, language, published, fetched, version, story, truncated)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""";
  private static final String INSERT_SIGHTING =
      """
      INSERT INTO sighting (source, native_id, mention, url, met) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (source, native_id) DO NOTHING""";
  private static final String INSERT_VERSION =
      "INSERT INTO mention_version (mention, version, title, text, fetched) VALUES (?, ?, ?, ?, ?)";
  private static final String EDIT =
      """
      UPDATE mention SET title = ?, author = ?, context = ?, text = ?, language = ?, fetched = ?,
        version = ?, truncated = ?
      WHERE id = ?""";
  private static final String VERSIONS =
      "SELECT version, title, text, fetched FROM mention_version WHERE mention = ? ORDER BY version";
  private static final String SIGHTINGS =
      "SELECT source, native_id, url, met FROM sighting WHERE mention = ? ORDER BY met, source";
  private static final String STORY =
      "SELECT * FROM mention WHERE story = ? ORDER BY published, id";

  private final Stories stories = new Stories();

  /** A version of a mention, oldest first being 1. */
  public record Version(int number, String title, String text, Instant fetched) {}

  /** Where a mention was met. */
  public record Sighting(String source, String nativeId, @Nullable String url, Instant met) {}

  /** Makes a mention of a row that holds all columns of the table {@code mention}. */
  public static RowMapper<Mention> mapper() {
    return MentionRow.INSTANCE;
  }

  /** Keeps an item, or finds that it is known. */
  public Kept keep(JdbcClient transaction, Source source, Item item, Instant now) {
    String canonical = CanonicalUrl.of(item.url());
    Optional<Mention> met = find(transaction, source, item, canonical);
    if (met.isEmpty()) {
      return new Kept.New(insert(transaction, source, item, now));
    }
    Mention known = met.get();
    boolean sameSource =
        known.source().equals(source.id()) && known.nativeId().equals(item.nativeId());
    recordSighting(transaction, source, item, known.id(), now);
    return changed(known, item, sameSource)
        ? new Kept.Edited(edit(transaction, known, item, now))
        : new Kept.Known(known);
  }

  /** Whether the store holds an item already, under its own id or its address. */
  public Optional<Mention> find(JdbcClient transaction, Source source, Item item) {
    return find(transaction, source, item, CanonicalUrl.of(item.url()));
  }

  private static Optional<Mention> find(
      JdbcClient transaction, Source source, Item item, @Nullable String canonical) {
    Optional<Mention> bySighting =
        transaction
            .sql(BY_SIGHTING)
            .params(source.id(), item.nativeId())
            .query(MentionRow.INSTANCE)
            .optional()
            .filter(known -> !isReused(known, item, canonical));
    return bySighting.isPresent()
        ? bySighting
        : byUrl(transaction, canonical)
            .filter(known -> !known.source().equals(source.id()) || tellsTheSame(known, item));
  }

  private static Optional<Mention> byUrl(JdbcClient transaction, @Nullable String canonical) {
    return canonical == null
        ? Optional.empty()
        : transaction.sql(BY_URL).param(canonical).query(MentionRow.INSTANCE).optional();
  }

  /** Some feeds give an id that they used before to another post, at another address. */
  private static boolean isReused(Mention known, Item item, @Nullable String canonical) {
    String before = CanonicalUrl.of(known.url());
    return before != null
        && canonical != null
        && !before.equals(canonical)
        && !tellsTheSame(known, item);
  }

  /** Some feeds give all their posts one address: only the words tell those posts apart. */
  private static boolean tellsTheSame(Mention known, Item item) {
    return begins(known.text(), item.text())
        || begins(item.text(), known.text())
        || Shingles.of(known.title(), known.text())
            .sameStory(Shingles.of(item.title(), item.text()));
  }

  private static boolean begins(String text, String beginning) {
    return !beginning.isEmpty() && text.startsWith(beginning);
  }

  /**
   * The place that was first to report decides what a mention says; another place may only add to
   * it, as the article adds to the feed's teaser, never cut it back.
   */
  private static boolean changed(Mention known, Item item, boolean sameSource) {
    boolean sameTitle = item.title().isEmpty() || known.title().equals(item.title());
    if (sameTitle && known.text().equals(item.text())) {
      return false;
    }
    return sameSource || item.text().length() > known.text().length();
  }

  private Mention insert(JdbcClient transaction, Source source, Item item, Instant now) {
    long id = Counter.MENTION.next(transaction);
    long story = stories.join(transaction, id, item.title(), item.text());
    Mention mention = MentionRow.from(source, item, now, new MentionRow.Numbers(id, 1, story));
    String canonical = CanonicalUrl.of(mention.url());
    transaction
        .sql(INSERT)
        .params(
            Values.of(
                id,
                mention.source(),
                mention.platform(),
                mention.nativeId(),
                mention.url(),
                byUrl(transaction, canonical).isPresent() ? null : canonical,
                mention.title(),
                mention.author(),
                mention.context(),
                mention.text(),
                mention.language(),
                mention.published().toEpochMilli(),
                now.toEpochMilli(),
                story,
                mention.truncated() ? 1 : 0))
        .update();
    stories.remember(transaction, id, mention.title(), mention.text());
    recordSighting(transaction, source, item, id, now);
    recordVersion(transaction, mention);
    return mention;
  }

  private Mention edit(JdbcClient transaction, Mention known, Item item, Instant now) {
    Mention edited = MentionRow.edited(known, item, now);
    transaction
        .sql(EDIT)
        .params(
            Values.of(
                edited.title(),
                edited.author(),
                edited.context(),
                edited.text(),
                edited.language(),
                now.toEpochMilli(),
                edited.version(),
                edited.truncated() ? 1 : 0,
                edited.id()))
        .update();
    stories.remember(transaction, edited.id(), edited.title(), edited.text());
    recordVersion(transaction, edited);
    return edited;
  }

  private static void recordSighting(
      JdbcClient transaction, Source source, Item item, long mention, Instant now) {
    transaction
        .sql(INSERT_SIGHTING)
        .params(Values.of(source.id(), item.nativeId(), mention, item.url(), now.toEpochMilli()))
        .update();
  }

  private static void recordVersion(JdbcClient transaction, Mention mention) {
    transaction
        .sql(INSERT_VERSION)
        .params(
            mention.id(),
            mention.version(),
            mention.title(),
            mention.text(),
            mention.fetched().toEpochMilli())
        .update();
  }

  public Optional<Mention> byId(JdbcClient jdbc, long id) {
    return jdbc.sql(BY_ID).param(id).query(MentionRow.INSTANCE).optional();
  }

  /** Every version, the oldest first. */
  public List<Version> versions(JdbcClient jdbc, long mention) {
    return jdbc.sql(VERSIONS)
        .param(mention)
        .query(
            (row, number) ->
                new Version(
                    row.getInt("version"),
                    Values.text(row, "title"),
                    Values.text(row, "text"),
                    Instant.ofEpochMilli(row.getLong("fetched"))))
        .list();
  }

  /** Everywhere it was met, the first place first. */
  public List<Sighting> sightings(JdbcClient jdbc, long mention) {
    return jdbc.sql(SIGHTINGS)
        .param(mention)
        .query(
            (row, number) ->
                new Sighting(
                    Values.text(row, "source"),
                    Values.text(row, "native_id"),
                    row.getString("url"),
                    Instant.ofEpochMilli(row.getLong("met"))))
        .list();
  }

  /** All that tell one story, in the order in which they were said. */
  public List<Mention> story(JdbcClient jdbc, long story) {
    return jdbc.sql(STORY).param(story).query(MentionRow.INSTANCE).list();
  }
}
