package earshot.web;

import earshot.judge.ChildWords;
import earshot.judge.Finding;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Span;
import earshot.judge.verdict.Naming;
import earshot.school.Role;
import earshot.web.words.Segment;
import earshot.web.words.Segments;
import earshot.web.words.Visible;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding as one reader may see it. A child's words are hidden from everybody until somebody who
 * may lifts the mask; an administrator sees no text at all where a child can be worked out.
 */
final class Shown {
  private static final Set<Label> SAFEGUARDING =
      EnumSet.of(Label.IDENTIFIES_PUPIL, Label.CHILD_CONTACT, Label.HARASSMENT);
  private static final Pattern ASKS_FOR_AUTHOR =
      Pattern.compile("author\\s*:", Pattern.CASE_INSENSITIVE);
  static final String WITHHELD = "Hidden: it may identify a child.";

  private final Finding finding;
  private final Role reader;
  private final boolean unmasked;

  private Shown(Finding finding, Role reader, boolean unmasked) {
    this.finding = finding;
    this.reader = reader;
    this.unmasked = unmasked;
  }

  static Shown masked(Finding finding, Role reader) {
    return new Shown(finding, reader, false);
  }

  static Shown unmasked(Finding finding, Role reader) {
    return new Shown(finding, reader, true);
  }

  /** Whether the finding belongs to the safeguarding lane (clauses C3, C4, C9). */
  static boolean safeguarding(Judgement judgement) {
    return judgement.ofChildren() || judgement.labels().stream().anyMatch(SAFEGUARDING::contains);
  }

  /** Whether this reader sees no text of it at all. */
  static boolean withheld(Judgement judgement, Role reader) {
    return reader == Role.ADMINISTRATOR && judgement.ofChildren();
  }

  public boolean withheld() {
    return withheld(finding.judgement(), reader);
  }

  /** Whether this reader would see no text of a post so judged. */
  boolean withholds(Judgement judgement) {
    return withheld(judgement, reader);
  }

  /** Whether something of it is hidden now. */
  public boolean hides() {
    return !unmasked && finding.judgement().ofChildren();
  }

  public boolean isUnmasked() {
    return unmasked;
  }

  public List<Segment> title() {
    int end = finding.mention().title().length();
    return withheld() ? List.of() : segments(new Span(0, end), List.of());
  }

  /** What was said, the words that decided marked. */
  public List<Segment> text() {
    String searched = finding.searched();
    int start = searched.length() - finding.mention().text().length();
    return withheld()
        ? List.of()
        : segments(new Span(start, searched.length()), finding.judgement().evidence());
  }

  private List<Segment> segments(Span window, List<Span> marked) {
    List<Span> hidden = unmasked ? List.of() : finding.judgement().pupil();
    return Segments.of(finding.searched(), window, marked, hidden);
  }

  /** Who said it; "" when nobody knows. */
  public String author() {
    if (finding.mention().author().isEmpty()) {
      return "";
    }
    return hides() ? "author not shown" : Visible.of(finding.mention().author());
  }

  /** A rule that matched; one that asks for the author tells who wrote it. */
  String rule(String rule) {
    return hides() && ASKS_FOR_AUTHOR.matcher(rule).find()
        ? "a rule that asks for the author, not shown"
        : hidden(rule);
  }

  /** A text beside the judged one, the child's words hidden wherever they occur in it. */
  String hidden(String text) {
    return Visible.of(
        unmasked
            ? text
            : ChildWords.of(finding.searched(), finding.judgement().pupil()).hide(text));
  }

  /** Whether a text that is to be kept for ever repeats a child's words. */
  boolean isRepeatedIn(String text) {
    return pupilWords().stream().anyMatch(words -> Naming.repeats(text, words));
  }

  private Set<String> pupilWords() {
    String searched = finding.searched();
    return finding.judgement().pupil().stream()
        .map(span -> searched.substring(span.start(), Math.min(span.end(), searched.length())))
        .filter(words -> words.strip().length() > 1)
        .collect(Collectors.toSet());
  }

  /** Where it stands, or the host alone where the address may tell who the child is; or null. */
  public @Nullable String url() {
    return address(finding.mention().url());
  }

  /** The same for another place where it was met. */
  @Nullable String address(@Nullable String url) {
    if (url == null) {
      return null;
    }
    return hides() ? host(url) + " (the rest of the address is hidden)" : Visible.of(url);
  }

  /** Another finding for the same reader; lifting one mask lifts no other. */
  Shown maskedOther(Finding other) {
    return masked(other, reader);
  }

  /** The address to go to; null when there is none that this reader may see. */
  public @Nullable String destination() {
    String url = finding.mention().url();
    return url == null || hides() || !url.matches("(?i)https?://[^\\s\\p{Cntrl}]+") ? null : url;
  }

  private static String host(String url) {
    try {
      return Objects.requireNonNullElse(URI.create(url).getHost(), "an address");
    } catch (IllegalArgumentException e) {
      return "an address";
    }
  }
}
