package earshot.cli;

import earshot.judge.Explained;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Post;
import earshot.judge.Span;
import earshot.judge.Target;
import java.util.List;
import java.util.stream.Collectors;

/** Why a post is judged as it is, for people to read; what identifies a child is hidden. */
final class Explanation {
  private final Post post;
  private final Judgement judgement;
  private final Explained explained;
  private final StringBuilder lines = new StringBuilder();

  private Explanation(Post post, Judgement judgement, Explained explained) {
    this.post = post;
    this.judgement = judgement;
    this.explained = explained;
  }

  /**
   * @param judgement what counts, a school's own corrections in it
   * @param explained what decided in the judge that ships
   */
  static String of(String id, Post post, Judgement judgement, Explained explained) {
    Explanation explanation = new Explanation(post, judgement, explained);
    explanation.say(id + "  " + Mask.hide(post.text(), judgement.pupil()).strip());
    explanation.relevance();
    judgement.labels().stream().sorted().forEach(explanation::label);
    judgement.because().forEach(sentence -> explanation.say("  " + sentence));
    return explanation.lines.toString();
  }

  private void say(String line) {
    lines.append(line).append(System.lineSeparator());
  }

  private void relevance() {
    say(
        "  %s this school (%s)%s"
            .formatted(
                judgement.relevant() ? "about" : "not about",
                percent(judgement.relevance()),
                judgement.targets().isEmpty()
                    ? ""
                    : "; of "
                        + judgement.targets().stream()
                            .sorted()
                            .map(Target::word)
                            .collect(Collectors.joining(", "))));
  }

  private void label(Label label) {
    String words =
        explained.decided().getOrDefault(label, List.of()).stream()
            .map(this::hidden)
            .collect(Collectors.joining(" … "));
    say(
        "  %s (%s)%s"
            .formatted(
                label.word(),
                percent(judgement.scores().getOrDefault(label, 0.0)),
                words.isEmpty() ? "" : ": “" + words + "”"));
  }

  /** The words of a span, without those that identify a child. */
  private String hidden(Span span) {
    List<Span> inside = Span.within(judgement.pupil(), span.start(), span.end());
    String words = post.text().substring(span.start(), span.end());
    return Mask.hide(words, inside).replaceAll("\\s+", " ");
  }

  private static String percent(double probability) {
    return Math.round(probability * 100) + " %";
  }
}
