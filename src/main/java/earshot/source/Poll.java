package earshot.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a source once. */
public sealed interface Poll {

  /**
   * It was read.
   *
   * @param items what is new or changed since {@code memory} was last kept
   * @param memory what to remember for the next poll; kept in the transaction that keeps the items
   * @param notes what was wrong and did not stop the reading: malformed entries, cuts
   */
  record Fetched(List<Item> items, Memory memory, List<String> notes) implements Poll {
    public Fetched {
      items = List.copyOf(items);
      notes = List.copyOf(notes);
    }
  }

  /** Nothing has changed since the last reading. */
  record Unchanged(Memory memory) implements Poll {}

  /**
   * It could not be read this time and is worth another try.
   *
   * @param why a plain sentence for the sources page
   * @param retryAfter what the other side asked for, or null
   */
  record Unavailable(String why, @Nullable Duration retryAfter) implements Poll {}

  /** It does not want to be read, or cannot be as configured; {@code why} says what to change. */
  record Refused(String why) implements Poll {}
}
