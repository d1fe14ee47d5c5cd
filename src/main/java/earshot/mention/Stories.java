package earshot.mention;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same thing said in many places is one story: found by MinHash, confirmed by overlap. */
final class Stories {
  private static final int MOST_CANDIDATES = 20;

  /** Those that share most come first, so that a phrase of the house style crowds nobody out. */
  private static final String CANDIDATES =
      """
      SELECT m.* FROM mention m JOIN
        (SELECT mention, COUNT(*) AS shared FROM story_band
         WHERE band IN (:bands) AND mention <> :id
         GROUP BY mention ORDER BY shared DESC, mention LIMIT\s"""
          + MOST_CANDIDATES
          + ") b ON m.id = b.mention ORDER BY m.id";

  private static final String REMEMBER =
      "INSERT INTO story_band (band, mention) VALUES (?, ?) ON CONFLICT (band, mention) DO NOTHING";
  private static final String FORGET = "DELETE FROM story_band WHERE mention = ?";

  /**
   * The story a new mention belongs to: that of the oldest mention that says the same, or its own.
   */
  long join(JdbcClient transaction, long id, String title, String text) {
    Shingles told = Shingles.of(title, text);
    List<Mention> candidates =
        transaction
            .sql(CANDIDATES)
            .param("bands", Arrays.stream(told.bands()).boxed().toList())
            .param("id", id)
            .query(MentionRow.INSTANCE)
            .list();
    return candidates.stream()
        .filter(other -> told.sameStory(Shingles.of(other.title(), other.text())))
        .findFirst()
        .map(Mention::story)
        .orElse(id);
  }

  void remember(JdbcClient transaction, long id, String title, String text) {
    transaction.sql(FORGET).param(id).update();
    for (long band : Shingles.of(title, text).bands()) {
      transaction.sql(REMEMBER).params(band, id).update();
    }
  }
}
