package earshot.web;

import earshot.index.MentionIndex.Found;
import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Span;
import earshot.judge.Target;
import earshot.web.people.Person;
import earshot.web.words.Segment;
import earshot.web.words.Segments;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A finding in a list of findings. */
record Card(
    long mention,
    String school,
    String schoolName,
    Severity severity,
    List<Label> labels,
    List<Target> targets,
    String state,
    Instant published,
    String source,
    String platform,
    String author,
    List<Segment> title,
    List<Segment> excerpt,
    boolean hides) {

  static Card of(Found found, Names names, Person reader) {
    Shown shown = Shown.masked(found.finding(), reader.role());
    List<Segment> excerpt = shown.withheld() ? List.of() : withoutTitle(found, shown);
    return of(found.finding(), names, shown, excerpt);
  }

  /** The excerpt; where it begins with the title, which stands above it, without that. */
  private static List<Segment> withoutTitle(Found found, Shown shown) {
    String title = shown.title().stream().map(Segment::text).collect(Collectors.joining()) + "\n";
    String excerpt = found.excerpt();
    int start = title.length() > 1 && excerpt.startsWith(title) ? title.length() : 0;
    return Segments.of(excerpt, new Span(start, excerpt.length()), found.marks(), List.of());
  }

  private static String author(Shown shown, String source) {
    return shown.author().equals(source) ? "" : shown.author();
  }

  static Card of(Finding finding, Names names, Shown shown, List<Segment> excerpt) {
    return new Card(
        finding.mention().id(),
        finding.school(),
        names.school(finding.school()),
        finding.judgement().severity(),
        finding.judgement().labels().stream().sorted().toList(),
        finding.judgement().targets().stream().sorted().toList(),
        finding.state(),
        finding.mention().published(),
        names.source(finding.mention().source()),
        finding.mention().platform(),
        author(shown, names.source(finding.mention().source())),
        shown.title(),
        excerpt,
        shown.hides());
  }
}
