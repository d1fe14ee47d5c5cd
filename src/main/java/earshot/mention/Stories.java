package earshot.mention;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same thing said in many places is one story: found by MinHash, confirmed by overlap. */
final class Stories {
  private static final int MOST_CANDIDATES = 50;
  private static final String CANDIDATES =
      "SELECT DISTINCT m.* FROM story_band b JOIN mention m ON m.id = b.mention"
          + " WHERE b.band IN (:bands) AND m.id <> :id ORDER BY m.id LIMIT "
          + MOST_CANDIDATES;
  private static final String REMEMBER =
      "INSERT INTO story_band (band, mention) VALUES (?, ?) ON CONFLICT (band, mention) DO NOTHING";
  private static final String FORGET = "DELETE FROM story_band WHERE mention = ?";

  /**
   * The story a new mention belongs to: that of the oldest mention that says the same, or its own.
   */
  long join(JdbcClient transaction, long id, String title, String text) {
    Shingles shingles = Shingles.of(title + "\n" + text);
    Shingles body = Shingles.of(text);
    List<Mention> candidates =
        transaction
            .sql(CANDIDATES)
            .param("bands", Arrays.stream(body.bands()).boxed().toList())
            .param("id", id)
            .query(MentionRow.INSTANCE)
            .list();
    Optional<Mention> same =
        candidates.stream()
            .filter(
                other ->
                    body.sameStory(Shingles.of(other.text()))
                        || shingles.sameStory(Shingles.of(other.title() + "\n" + other.text())))
            .findFirst();
    return same.map(Mention::story).orElse(id);
  }

  void remember(JdbcClient transaction, long id, String title, String text) {
    transaction.sql(FORGET).param(id).update();
    for (long band : Shingles.of(text).bands()) {
      transaction.sql(REMEMBER).params(band, id).update();
    }
  }
}
