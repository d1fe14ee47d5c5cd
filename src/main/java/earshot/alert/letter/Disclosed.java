package earshot.alert.letter;

import earshot.judge.ChildWords;
import earshot.judge.Finding;
import earshot.judge.Mask;
import earshot.judge.Span;
import java.util.List;

/**
 * What of a finding may leave the house in a mail: a child's words are hidden in the excerpt, in
 * the title and wherever else they come up, and everything is inert.
 */
final class Disclosed {
  private static final int BEFORE = 100;
  private static final int AFTER = 260;
  private static final int TITLE = 120;
  private static final int ROUND = 2_000;

  private final Finding finding;
  private final ChildWords words;

  Disclosed(Finding finding) {
    this.finding = finding;
    this.words = ChildWords.of(finding.searched(), finding.judgement().pupil());
  }

  /** A child is identified, and nobody can say by which words: none of them may be shown. */
  boolean withheld() {
    return finding.isHidden()
        || finding.judgement().pupil().isEmpty() && finding.judgement().ofChildren();
  }

  String title() {
    String title = finding.mention().title();
    return withheld() || title.isEmpty() ? "" : shortened(safe(0, title.length()), TITLE);
  }

  /** The words around those that decided. */
  String excerpt() {
    if (withheld()) {
      return "The words are not shown in mail, because a child may be known by them.";
    }
    String searched = finding.searched();
    int title = finding.mention().title().length();
    int start = title == 0 ? 0 : Math.min(title + 1, searched.length());
    int centre = centre(start, searched);
    // enough that no number or address which is shown is met only in part
    String before = safe(Math.max(start, centre - ROUND), centre);
    String after = safe(centre, Math.min(searched.length(), centre + ROUND));
    String lead = before.length() <= BEFORE ? before : "… " + tail(before);
    return joined(lead, shortened(after, AFTER));
  }

  private static String joined(String lead, String rest) {
    return lead.isEmpty() ? rest : lead + " " + rest;
  }

  /** Where the first deciding words begin, moved to a space that no pupil span covers. */
  private int centre(int start, String text) {
    int first =
        finding.judgement().evidence().stream()
            .mapToInt(Span::start)
            .filter(at -> at >= start && at <= text.length())
            .min()
            .orElse(start);
    int at = first;
    while (at > start && !(Character.isWhitespace(text.charAt(at - 1)) && free(at))) {
      at--;
    }
    return at;
  }

  private boolean free(int at) {
    return finding.judgement().pupil().stream()
        .noneMatch(span -> span.start() < at && at < span.end());
  }

  /** Some of the text, masked, then made inert. */
  private String safe(int from, int to) {
    String text = finding.searched().substring(from, to);
    List<Span> marked = Span.within(finding.judgement().pupil(), from, to);
    return Inert.text(Mask.hide(text, Span.joined(marked, words.in(text))));
  }

  /** Any other text that is shown beside it. */
  String safe(String text) {
    return Inert.text(words.hide(text));
  }

  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    return text.substring(0, whole(text, space > most / 2 ? space : most)) + " …";
  }

  private static String tail(String text) {
    int from = text.length() - BEFORE;
    int space = text.indexOf(' ', from);
    return text.substring(space < 0 ? whole(text, from) : space + 1);
  }

  /** Never cuts a character in two. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
