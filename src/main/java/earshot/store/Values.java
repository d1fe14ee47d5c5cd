package earshot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values that go into a statement and come out of a row. */
public final class Values {
  private Values() {}

  /** For a statement's question marks, in order, null among them. */
  public static List<?> of(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The text of a column that is never null. */
  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  /** The moment in a column; null when there is none. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
