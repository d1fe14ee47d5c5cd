package earshot.source.page.body;

import earshot.source.page.dom.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes from a main text what is told beside it: the title it repeats, its dateline, its byline.
 */
public final class Trim {
  private static final int SHORT = 70;
  private static final int FEW_WORDS = 9;
  private static final int OPENING = 60;

  private Trim() {}

  /**
   * @param author as the page names its author, "" when it does not
   */
  public static List<Block> of(List<Block> main, String title, String author, Dates dates) {
    List<Block> kept = new ArrayList<>();
    boolean opening = true;
    for (Block block : main) {
      String text = block.text().replaceAll("\\s+", " ");
      boolean repeated = heading(block) && text.equalsIgnoreCase(title);
      boolean beside = opening && (dateline(text, dates) || byline(text, author));
      if (!repeated && !beside) {
        kept.add(block);
        opening = opening && text.length() < OPENING;
      }
    }
    return kept;
  }

  private static boolean heading(Block block) {
    return block.element().normalName().matches("h[1-6]");
  }

  private static boolean dateline(String text, Dates dates) {
    return text.length() <= SHORT
        && text.split(" ").length <= FEW_WORDS
        && !text.matches(".*\\p{L}{3,}[.!?]$")
        && dates.parse(text) != null;
  }

  private static boolean byline(String text, String author) {
    String low = text.toLowerCase(Locale.ROOT);
    return !author.isEmpty()
        && text.length() <= author.length() + 12
        && low.contains(author.toLowerCase(Locale.ROOT));
  }
}
