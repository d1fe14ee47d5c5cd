package earshot.source.page.body;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Decides which blocks of a page are its main text. */
public final class MainText {
  private static final double ENOUGH = 0.5;
  private static final Forest FIRST = Forest.read("main-text-1.forest");
  private static final Forest SECOND = Forest.read("main-text-2.forest");

  private MainText() {}

  /**
   * The blocks of the main text, in the page's order.
   *
   * @param blocks all blocks below {@code root}
   * @param title the page's title, "" when unknown
   * @param description what the page says of itself, "" when it says nothing
   * @param stated the text as the page states it for machines, "" when it does not
   */
  public static List<Block> of(
      List<Block> blocks, Element root, String title, String description, String stated) {
    List<Block> chosen = new ArrayList<>();
    double[] sure =
        StatedBody.heard(probabilities(blocks, root, title, description), blocks, stated);
    for (Block block : blocks) {
      if (sure[block.index()] >= ENOUGH) {
        chosen.add(block);
      }
    }
    return chosen;
  }

  static double[] probabilities(
      List<Block> blocks, Element root, String title, String description) {
    float[][] rows = Features.rows(blocks, root, title, description);
    double[] first = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      first[i] = FIRST.probability(rows[i]);
    }
    Context context = new Context(blocks, first);
    double[] second = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      second[i] = SECOND.probability(context.of(blocks.get(i), rows[i]));
    }
    return second;
  }
}
