package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.judge.verdict.Answer;
import earshot.judge.verdict.Naming;
import earshot.judge.verdict.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form that says what a post is, as it was filled in.
 *
 * @param step {@code look} to see how bad it would be, anything else to keep it
 * @param version the version that the page showed
 * @param last the last verdict that the page knew
 * @param ours {@code yes} when it is about the school
 * @param atOnce {@code yes} when somebody must be told within minutes
 * @param words those that tell who a child is, a line each
 */
record VerdictForm(
    String school,
    @Nullable String step,
    int version,
    long last,
    @Nullable String ours,
    @Nullable Set<Label> label,
    @Nullable Set<Target> target,
    @Nullable String atOnce,
    @Nullable String words,
    @Nullable String note) {
  private static final int LONGEST_NOTE = 1_000;
  private static final int SHORTEST_REASON = 10;
  private static final int MOST_WORDS = 20;
  private static final String YES = "yes";

  VerdictForm {
    step = step == null ? "" : step;
    ours = YES.equals(ours) ? YES : "no";
    label = label == null ? Set.of() : Set.copyOf(label);
    target = target == null ? Set.of() : Set.copyOf(target);
    atOnce = YES.equals(atOnce) ? YES : "";
    words = words == null ? "" : words.strip();
    note = note == null ? "" : note.strip();
  }

  /** Filled in with what the finding says now. */
  static VerdictForm of(Finding finding, Optional<Verdict> last) {
    Answer now = Answer.of(finding.judgement());
    return new VerdictForm(
        finding.school(),
        "",
        finding.mention().version(),
        last.map(Verdict::id).orElse(0L),
        now.relevant() ? YES : "no",
        now.labels(),
        now.targets(),
        now.atOnce() ? YES : "",
        "",
        last.filter(Verdict::stands).map(Verdict::note).orElse(""));
  }

  Answer answer(Finding finding) {
    return new Answer(
        YES.equals(ours),
        Objects.requireNonNull(label),
        Objects.requireNonNull(target),
        finding.judgement().severity().atLeast(Severity.HIGH),
        YES.equals(atOnce));
  }

  boolean isLook() {
    return "look".equals(step);
  }

  String noteGiven() {
    return Objects.requireNonNull(note);
  }

  /** The words to hide, a line each; a single letter would hide every word that holds it. */
  List<String> lines() {
    return Objects.requireNonNull(words)
        .lines()
        .map(String::strip)
        .filter(line -> line.length() > 1)
        .limit(MOST_WORDS)
        .toList();
  }

  /**
   * What is missing, as a plain sentence; "" when nothing is. Only somebody who may look behind the
   * mask is told that a word is not there: to others that would confirm those that are.
   */
  String problem(Finding finding, boolean lifts) {
    Answer answer = answer(finding);
    boolean identified = finding.judgement().labels().contains(Label.IDENTIFIES_PUPIL);
    boolean clears = identified && !answer.labels().contains(Label.IDENTIFIES_PUPIL);
    if (noteGiven().length() > LONGEST_NOTE) {
      return "The note is too long: at most 1,000 characters.";
    }
    if (last == 0 && lines().isEmpty() && answer.equals(Answer.of(finding.judgement()))) {
      return "As ticked, it is what it was judged to be. Change what is wrong, or go back and choose"
          + " “Judged right”.";
    }
    if (clears && noteGiven().length() < SHORTEST_REASON) {
      return "You say that no child can be worked out. Say in the note why (at least 10 characters):"
          + " what was hidden will be shown to everybody who may read posts.";
    }
    boolean astray =
        lifts && lines().stream().anyMatch(line -> !contains(finding.searched(), line));
    return astray
        ? "Copy the words that tell who the child is exactly as they stand in the post; one of them"
            + " is not there."
        : "";
  }

  private static boolean contains(String text, String words) {
    return !Naming.of(text, List.of(words)).isEmpty();
  }
}
