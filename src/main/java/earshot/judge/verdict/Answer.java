package earshot.judge.verdict;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.SeverityRules;
import earshot.judge.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mention is for a school, as a person holds it. How bad that is follows by the rules.
 *
 * @param soon whether the judge held the whole post for urgent; nobody is asked
 * @param atOnce whether somebody must be told within minutes: a threat, or an identified child with
 *     harm, address or abuse
 */
public record Answer(
    boolean relevant, Set<Label> labels, Set<Target> targets, boolean soon, boolean atOnce) {
  public Answer {
    labels = relevant ? Set.copyOf(labels) : Set.of();
    targets = labels.isEmpty() ? Set.of() : about(labels, targets);
  }

  private static Set<Target> about(Set<Label> labels, Set<Target> targets) {
    Set<Target> about = EnumSet.noneOf(Target.class);
    about.addAll(targets);
    if (labels.contains(Label.IDENTIFIES_PUPIL)) {
      about.add(Target.PUPIL);
    }
    if (about.isEmpty()) {
      about.add(Target.SCHOOL);
    }
    return Set.copyOf(about);
  }

  /** What a judgement says. */
  public static Answer of(Judgement judgement) {
    return new Answer(
        judgement.relevant(),
        judgement.labels(),
        judgement.targets(),
        judgement.severity().atLeast(Severity.HIGH),
        judgement.severity() == Severity.CRITICAL);
  }

  public SeverityRules.Ruling ruling() {
    return SeverityRules.ofStated(labels, targets, soon, atOnce);
  }

  /** As it stands in the store: words, not names of constants. */
  public record Written(
      boolean relevant,
      List<String> labels,
      List<String> targets,
      boolean soon,
      boolean atOnce,
      String severity) {
    public Answer answer() {
      return new Answer(
          relevant,
          labels.stream().map(Label::of).collect(Collectors.toSet()),
          targets.stream().map(Target::of).collect(Collectors.toSet()),
          soon,
          atOnce);
    }
  }

  public Written written() {
    return new Written(
        relevant,
        labels.stream().sorted().map(Label::word).toList(),
        targets.stream().sorted().map(Target::word).toList(),
        soon,
        atOnce,
        ruling().severity().word());
  }
}
