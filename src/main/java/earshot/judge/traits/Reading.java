package earshot.judge.traits;

import earshot.judge.view.Marked;
import java.util.List;

/**
 * A post read for one school.
 *
 * @param platform the word of labels.md
 * @param rawAuthor the author as written
 * @param text the marked text
 * @param context the marked thread title, page or parent post
 * @param author the marked author
 */
public record Reading(
    String platform, String rawAuthor, Marked text, Marked context, Marked author) {
  /** Whether nothing at all is said. */
  public boolean isEmpty() {
    return List.of(text.tokens()).isEmpty();
  }
}
