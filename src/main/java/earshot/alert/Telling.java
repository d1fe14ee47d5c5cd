package earshot.alert;

import earshot.judge.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what must be told of a finding, in the one transaction that keeps the finding. */
public interface Telling {
  /** Tells nobody. */
  Telling NOBODY = (transaction, finding, change) -> {};

  /** Why the finding comes. */
  enum Change {
    /** The mention is new to the school. */
    FOUND,
    /** The mention was known and now says something else. */
    EDITED
  }

  void tell(JdbcClient transaction, Finding finding, Change change);
}
