package earshot.judge.verdict;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A judgement as a person would have it. What hides a child stays hidden unless a person may say.
 */
public final class Restated {
  private Restated() {}

  /**
   * @param judged what stood before
   * @param text what was judged
   * @param why the first sentence of the reasons
   */
  public static Judgement of(
      Judgement judged, String text, Answer answer, Hiding hiding, String why) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      scores.put(label, answer.labels().contains(label) ? 1.0 : 0.0);
    }
    boolean remains = !Collections.disjoint(answer.labels(), judged.labels());
    var ruling = answer.ruling();
    List<String> because = new ArrayList<>();
    because.add(why);
    if (!answer.labels().isEmpty()) {
      because.add("Severity " + ruling.severity().word() + ": " + ruling.why() + ".");
    }
    return new Judgement(
        answer.relevant(),
        answer.relevant() ? 1 : 0,
        answer.targets(),
        answer.labels(),
        scores,
        ruling.severity(),
        remains ? judged.evidence() : List.of(),
        pupil(judged, text, answer, hiding),
        because);
  }

  /**
   * What a person says of the words that tell who a child is.
   *
   * @param named where they stand
   * @param lifts whether the person may decide that no child can be worked out
   */
  public record Hiding(List<Span> named, boolean lifts) {
    public Hiding {
      named = List.copyOf(named);
    }
  }

  private static List<Span> pupil(Judgement judged, String text, Answer answer, Hiding hiding) {
    boolean identifies = answer.labels().contains(Label.IDENTIFIES_PUPIL);
    boolean cleared = judged.labels().contains(Label.IDENTIFIES_PUPIL) && !identifies;
    if (cleared && hiding.lifts()) {
      return List.of();
    }
    List<Span> hidden = Span.joined(judged.pupil(), hiding.named());
    return identifies && hidden.isEmpty() ? Naming.guessed(text) : hidden;
  }
}
