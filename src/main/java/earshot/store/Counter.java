package earshot.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that only grow, given within the transaction that uses them. */
public enum Counter {
  MENTION,
  SEQUENCE,
  OUTBOX,
  NOTICE,
  VERDICT,
  CORRECTION;

  private static final String NEXT =
      "UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value";

  public long next(JdbcClient transaction) {
    return transaction
        .sql(NEXT)
        .param(name().toLowerCase(java.util.Locale.ROOT))
        .query(Long.class)
        .single();
  }
}
