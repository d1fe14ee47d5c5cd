package earshot.judge;

import java.util.List;
import java.util.Map;

/**
 * A judgement with what decided about each of its labels.
 *
 * @param decided the words that decided, in order of the text
 */
public record Explained(Judgement judgement, Map<Label, List<Span>> decided) {
  public Explained {
    decided = Map.copyOf(decided);
  }
}
