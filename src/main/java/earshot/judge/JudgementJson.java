package earshot.judge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A judgement as it stands in the store: words, not names of constants. */
public record JudgementJson(
    boolean relevant,
    double relevance,
    List<String> targets,
    List<String> labels,
    Map<String, Double> scores,
    String severity,
    List<Span> evidence,
    List<Span> pupil,
    List<String> because) {

  public static JudgementJson of(Judgement judgement) {
    Map<String, Double> scores = new TreeMap<>();
    judgement.scores().forEach((label, score) -> scores.put(label.word(), score));
    return new JudgementJson(
        judgement.relevant(),
        judgement.relevance(),
        judgement.targets().stream().sorted().map(Target::word).toList(),
        judgement.labels().stream().sorted().map(Label::word).toList(),
        scores,
        judgement.severity().word(),
        judgement.evidence(),
        judgement.pupil(),
        judgement.because());
  }

  public Judgement judgement() {
    return new Judgement(
        relevant,
        relevance,
        targets.stream().map(Target::of).collect(Collectors.toSet()),
        labels.stream().map(Label::of).collect(Collectors.toSet()),
        scores.entrySet().stream()
            .collect(Collectors.toMap(entry -> Label.of(entry.getKey()), Map.Entry::getValue)),
        Severity.of(severity),
        evidence,
        pupil,
        because);
  }
}
