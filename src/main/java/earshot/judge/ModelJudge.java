package earshot.judge;

import earshot.judge.traits.Reading;
import earshot.school.School;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges by what the models answer, then by the rules of labels.md. */
final class ModelJudge implements Judge {
  static final String RELEVANT = "relevant";
  static final String URGENT = "urgent";
  static final String CRITICAL = "critical";

  private final Model model;
  private final PupilWords pupilWords;

  ModelJudge(Model model) {
    this.model = model;
    this.pupilWords = new PupilWords(model);
  }

  @Override
  public Judgement judge(Post post, School school) {
    Reading reading =
        model.reader().read(post.platform(), post.author(), post.context(), post.text(), school);
    Answers answers = new Answers(model.labels(), model.observer().observe(reading));
    double relevance = answers.probability(RELEVANT);
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      scores.put(label, answers.probability(label.word()));
    }
    boolean relevant = answers.yes(RELEVANT) && reading.text().tokens().length > 0;
    Set<Label> labels = relevant ? labels(answers) : EnumSet.noneOf(Label.class);
    Set<Target> targets = targets(answers, labels);
    List<Span> pupil =
        labels.contains(Label.IDENTIFIES_PUPIL)
            ? pupilWords.in(post.text(), reading.text())
            : List.of();
    Severity severity = SeverityRules.of(labels, targets, answers);
    List<Span> evidence = Evidence.of(reading.text().tokens(), labels, answers);
    return new Judgement(
        relevant,
        relevance,
        targets,
        labels,
        scores,
        severity,
        evidence,
        pupil,
        Because.of(relevant, labels, targets, severity));
  }

  private static Set<Label> labels(Answers answers) {
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (Label label : Label.values()) {
      if (answers.yes(label.word())) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static Set<Target> targets(Answers answers, Set<Label> labels) {
    Set<Target> targets = EnumSet.noneOf(Target.class);
    if (labels.isEmpty()) {
      return targets;
    }
    Target best = Target.SCHOOL;
    for (Target target : Target.values()) {
      if (answers.yes("target " + target.word())) {
        targets.add(target);
      }
      if (answers.margin("target " + target.word()) > answers.margin("target " + best.word())) {
        best = target;
      }
    }
    if (labels.contains(Label.IDENTIFIES_PUPIL)) {
      targets.add(Target.PUPIL);
    }
    if (targets.isEmpty()) {
      targets.add(best);
    }
    return targets;
  }
}
