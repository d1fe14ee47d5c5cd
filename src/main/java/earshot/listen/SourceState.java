package earshot.listen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands.
 *
 * @param due when it is read next
 * @param polled when it was last tried, or null
 * @param lastGood when it was last read, or null
 * @param detail why it could not be read, in a plain sentence; "" when all is well
 * @param notes what was wrong with the last reading and did not stop it
 * @param failures tries in a row that failed
 * @param items posts and pages it has brought so far
 * @param mentions how many of them concerned a school
 */
public record SourceState(
    String source,
    Instant due,
    @Nullable Instant polled,
    @Nullable Instant lastGood,
    Outcome outcome,
    String detail,
    List<String> notes,
    int failures,
    long items,
    long mentions) {

  /** What the last try came to. */
  public enum Outcome {
    NEVER_READ,
    READ,
    UNCHANGED,
    UNAVAILABLE,
    REFUSED
  }

  public SourceState {
    notes = List.copyOf(notes);
  }

  public boolean failing() {
    return outcome == Outcome.UNAVAILABLE || outcome == Outcome.REFUSED;
  }
}
