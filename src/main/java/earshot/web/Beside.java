package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Judgement;
import earshot.judge.Mask;
import earshot.judge.Post;
import earshot.judge.Span;
import earshot.judge.verdict.Naming;
import earshot.school.School;
import earshot.web.words.Visible;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Texts that stand beside a judged post: the title it was written under, its earlier versions. Each
 * is judged as a post of its own when it is shown, because it may name a child that the post does
 * not.
 */
@Component
class Beside {
  private final WebParts parts;

  Beside(WebParts parts) {
    this.parts = parts;
  }

  /**
   * What a post was written under.
   *
   * @param text "" for nothing, or for nothing that the reader may see
   * @param hides whether something of it is hidden now
   */
  record Context(String text, boolean hides) {}

  Context context(Finding finding, Shown shown) {
    String text = finding.mention().context();
    if (text.isEmpty() || shown.withheld()) {
      return new Context("", false);
    }
    if (shown.isUnmasked()) {
      return new Context(Visible.of(text), false);
    }
    if (finding.isHidden()) {
      return new Context("", true);
    }
    Post post = new Post(finding.mention().platform(), "", finding.searched(), text);
    Optional<Judgement> judged = judged(post, finding);
    if (judged.filter(shown::withholds).isPresent()) {
      return new Context("", true);
    }
    String masked = shown.hidden(Mask.hide(text, namedIn(text, judged, finding)));
    return new Context(masked, !masked.equals(Visible.of(text)));
  }

  /** What the judge marks, and whoever else is named but the school's own people. */
  private List<Span> namedIn(String text, Optional<Judgement> judged, Finding finding) {
    List<String> staff = school(finding).map(School::staff).orElse(List.of());
    return Span.joined(judged.map(Judgement::pupil).orElse(List.of()), Naming.persons(text, staff));
  }

  /** A version's text; what identified a child in it is hidden even if an edit took it away. */
  String version(String text, Finding finding, Shown shown) {
    Post post = Post.of(finding.mention(), text);
    return shown.isUnmasked() ? text : shown.hidden(masked(text, judged(post, finding)));
  }

  private Optional<Judgement> judged(Post post, Finding finding) {
    return school(finding).map(known -> parts.judge().judge(post, known));
  }

  private Optional<School> school(Finding finding) {
    return parts.configuration().current().schools().byId(finding.school());
  }

  private static String masked(String text, Optional<Judgement> judged) {
    return judged.map(judgement -> Mask.hide(text, judgement.pupil())).orElse(text);
  }
}
