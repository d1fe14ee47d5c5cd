package earshot.judge.verdict;

import earshot.judge.Span;
import java.time.Instant;
import java.util.List;

/**
 * What one person said of how a mention was judged for a school.
 *
 * @param version the version of the mention that was read
 * @param person name and address as they were then
 * @param answer what the person holds it for; what was judged, when that was right
 * @param pupil the words of that version that tell who a child is
 * @param lifts whether the person may decide that no child can be worked out
 */
public record Verdict(
    long id,
    long mention,
    String school,
    int version,
    String person,
    Instant at,
    Kind kind,
    Answer answer,
    List<Span> pupil,
    boolean lifts,
    String note) {
  public Verdict {
    pupil = List.copyOf(pupil);
  }

  /** What was said. */
  public enum Kind {
    RIGHT,
    WRONG,
    WITHDRAWN
  }

  /** Whether it says anything now. */
  public boolean stands() {
    return kind != Kind.WITHDRAWN;
  }
}
