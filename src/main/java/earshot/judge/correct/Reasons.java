package earshot.judge.correct;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.SeverityRules;
import earshot.judge.verdict.LabelWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The judge's sentences that still hold, and one for each thing that the school's corrections did.
 */
final class Reasons {
  private static final String SEVERITY = "Severity ";

  private Reasons() {}

  static List<String> of(Judgement judged, Decision decision, SeverityRules.Ruling ruling) {
    List<String> reasons = new ArrayList<>();
    if (judged.relevant() && !decision.relevant()) {
      reasons.add("Your school's corrections say that this is not about the school.");
      return reasons;
    }
    if (!judged.relevant()) {
      reasons.add("Your school's corrections made this a post about the school.");
    } else {
      reasons.addAll(kept(judged, decision));
    }
    for (Label label : Label.values()) {
      boolean before = judged.labels().contains(label);
      boolean after = decision.labels().contains(label);
      if (after && !before) {
        reasons.add("Your school's corrections made this " + LabelWords.of(label) + ".");
      } else if (before && !after) {
        reasons.add("Your school's corrections say that this is not " + LabelWords.of(label) + ".");
      }
    }
    if (!decision.labels().isEmpty()) {
      reasons.add(SEVERITY + ruling.severity().word() + ": " + ruling.why() + ".");
    }
    return reasons;
  }

  /**
   * The judge gives a sentence a label, in the order of the labels, and the severity's at the end.
   */
  private static List<String> kept(Judgement judged, Decision decision) {
    List<String> because = judged.because();
    List<Label> labels = judged.labels().stream().sorted().toList();
    int end = because.size();
    if (end > 0 && because.get(end - 1).startsWith(SEVERITY)) {
      end--;
    }
    int start = end - labels.size();
    if (labels.isEmpty() || start < 0) {
      return List.of();
    }
    List<String> kept = new ArrayList<>(because.subList(0, start));
    for (int i = 0; i < labels.size(); i++) {
      if (decision.labels().contains(labels.get(i))) {
        kept.add(because.get(start + i));
      }
    }
    return kept;
  }
}
