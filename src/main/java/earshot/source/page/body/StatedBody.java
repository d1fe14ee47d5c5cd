package earshot.source.page.body;

import java.util.List;

/**
 * A text that a page states for machines, as a second opinion on each block.
 *
 * <p>It is heard only where it is plainly the same text as the page's: some pages state a summary,
 * a cut, or another language.
 */
final class StatedBody {
  private static final int LEAST = 400;
  private static final double SAME = 0.8;
  private static final double FOR = 0.3;
  private static final double AGAINST = 0.35;
  private static final int SHORT = 30;

  private StatedBody() {}

  /** The probabilities, moved towards what the stated text says. */
  static double[] heard(double[] sure, List<Block> blocks, String stated) {
    String body = letters(stated);
    boolean[] contained = new boolean[blocks.size()];
    double same = 0;
    double all = 0;
    for (Block block : blocks) {
      int i = block.index();
      contained[i] = body.length() >= LEAST && contains(body, letters(block.text()));
      if (sure[i] >= 0.5) {
        all += block.text().length();
        same += contained[i] ? block.text().length() : 0;
      }
    }
    if (body.length() < LEAST || same < SAME * all) {
      return sure;
    }
    double[] moved = sure.clone();
    for (Block block : blocks) {
      int i = block.index();
      if (block.text().length() >= SHORT) {
        moved[i] += contained[i] ? FOR : -AGAINST;
      }
    }
    return moved;
  }

  /** Whether most of a block's pieces stand in the body. */
  private static boolean contains(String body, String block) {
    int piece = 24;
    if (block.length() <= piece) {
      return block.length() >= 8 && body.contains(block);
    }
    int found = 0;
    int looked = 0;
    for (int at = 0;
        at + piece <= block.length() && looked < 12;
        at += Math.max(piece, block.length() / 12)) {
      looked++;
      found += body.contains(block.substring(at, at + piece)) ? 1 : 0;
    }
    return found * 10 >= looked * 7;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && letters.length() < 400_000; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
