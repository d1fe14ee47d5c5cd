package earshot.judge;

import earshot.mention.Mention;
import earshot.school.School;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A mention as it concerns one school.
 *
 * @param school the school's id
 * @param sequence grows with every change to any finding; whoever follows the store remembers how
 *     far it has read
 * @param matched the rules it matched, and where in {@link #searched} text
 * @param state where it stands in triage: {@code new}, {@code seen}, {@code done}
 * @param found when it was first found for the school
 */
public record Finding(
    Mention mention,
    String school,
    long sequence,
    List<Matched> matched,
    Judgement judgement,
    String state,
    Instant found) {
  public static final String NEW = "new";

  /** A rule that matched: its list, its text, and the words in {@link Finding#searched()}. */
  public record Matched(String list, String rule, int start, int end) {}

  public Finding {
    matched = List.copyOf(matched);
  }

  /** The text that rules and searches see: title, a line break, and what was said. */
  public static String searched(String title, String text) {
    return title.isEmpty() ? text : title + "\n" + text;
  }

  public String searched() {
    return searched(mention.title(), mention.text());
  }

  /** The mention as a judge reads it. */
  public Post post() {
    return Post.of(mention);
  }

  /** Whether no word of it may be shown. */
  public boolean isHidden() {
    return judgement.pupil().contains(new Span(0, searched().length()));
  }

  /** The day in London on which it was said. */
  public LocalDate day() {
    return LocalDate.ofInstant(mention.published(), School.LONDON);
  }
}
