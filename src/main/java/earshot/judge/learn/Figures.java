package earshot.judge.learn;

import java.util.List;

/**
 * How well a correction does, each example judged by one that was fitted without it.
 *
 * @param posts the school's own examples that are judged right in every point
 * @param answers the answers on the school's own examples that are right
 * @param shipped the measures on the shipped examples
 */
public record Figures(Measure posts, Measure answers, List<Measure> shipped) {
  static final String ANSWERS = "single answers right";

  public Figures {
    shipped = List.copyOf(shipped);
  }

  /**
   * A count before and after.
   *
   * @param what as a sentence names it
   * @param of how many there are
   */
  public record Measure(String what, int of, int before, int after) {
    public int lost() {
      return before - after;
    }
  }
}
