package earshot.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a post is for one school.
 *
 * @param relevant whether it is about this school
 * @param relevance how probable that is, 0 to 1
 * @param targets whom the labels are about
 * @param labels what it is
 * @param scores each label's probability, 0 to 1, the ones not given included
 * @param severity how bad it is
 * @param evidence the words that decided, in order of the text
 * @param pupil the words that together identify a child, in order of the text; masked wherever the
 *     text is shown
 * @param because one plain sentence a label; never holds a pupil's words
 */
public record Judgement(
    boolean relevant,
    double relevance,
    Set<Target> targets,
    Set<Label> labels,
    Map<Label, Double> scores,
    Severity severity,
    List<Span> evidence,
    List<Span> pupil,
    List<String> because) {
  public Judgement {
    targets = Set.copyOf(targets);
    labels = Set.copyOf(labels);
    scores = Map.copyOf(scores);
    evidence = List.copyOf(evidence);
    pupil = List.copyOf(pupil);
    because = List.copyOf(because);
  }

  /** The same, with other words that decided, identify a child, and say why. */
  public Judgement with(List<Span> evidence, List<Span> pupil, List<String> because) {
    return new Judgement(
        relevant, relevance, targets, labels, scores, severity, evidence, pupil, because);
  }

  /** Whether a child may be worked out from the post: then its author and its address tell too. */
  public boolean ofChildren() {
    return !pupil.isEmpty()
        || labels.contains(Label.IDENTIFIES_PUPIL)
        || labels.contains(Label.CHILD_CONTACT);
  }
}
