package earshot.source.page.body;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The second look at a block: what the first look thought of it and of all that stands round it.
 */
final class Context {
  private static final int ANCESTORS = 5;

  /** Sums of a first look over the blocks of one element or kind. */
  private static final class Mass {
    double likely;
    double all;
    int blocks;
    double probability;
  }

  private final List<Block> blocks;
  private final double[] first;
  private final Map<Element, Mass> below = new IdentityHashMap<>();
  private final Map<String, Mass> kinds = new HashMap<>();
  private final double[] before;
  private double likely;
  private int firstSure = Integer.MAX_VALUE;
  private int lastSure = -1;

  Context(List<Block> blocks, double[] first) {
    this.blocks = blocks;
    this.first = first;
    before = new double[blocks.size() + 1];
    for (Block block : blocks) {
      int i = block.index();
      double chars = Math.min(3000, block.text().length());
      likely += first[i] * chars;
      before[i + 1] = likely;
      if (first[i] > 0.8 && chars > 80) {
        firstSure = Math.min(firstSure, i);
        lastSure = i;
      }
      Element at = block.element();
      for (int up = 0; at != null && up <= ANCESTORS; up++, at = at.parent()) {
        count(below.computeIfAbsent(at, element -> new Mass()), chars, first[i]);
      }
      count(kinds.computeIfAbsent(kind(block), kind -> new Mass()), chars, first[i]);
    }
  }

  private static void count(Mass mass, double chars, double probability) {
    mass.likely += chars * probability;
    mass.all += chars;
    mass.blocks++;
    mass.probability += probability;
  }

  private static String kind(Block block) {
    Element parent = block.element().parent();
    return block.element().normalName()
        + '.'
        + block.element().className()
        + '/'
        + (parent == null ? "" : parent.className());
  }

  float[] of(Block block, float[] own) {
    float[] row = java.util.Arrays.copyOf(own, own.length + 26);
    int at = own.length;
    int i = block.index();
    row[at++] = (float) first[i];
    for (int step : new int[] {-4, -3, -2, -1, 1, 2, 3, 4}) {
      boolean there = i + step >= 0 && i + step < first.length;
      row[at++] = there ? (float) first[i + step] : 0;
    }
    row[at++] = (float) (before[i] / Math.max(1, likely));
    row[at++] = (float) ((likely - before[i + 1]) / Math.max(1, likely));
    row[at++] = i < firstSure ? -1 : i > lastSure ? 1 : 0;
    row[at++] = i < firstSure ? firstSure - i : i > lastSure ? i - lastSure : 0;
    row[at++] = (float) Math.log1p(likely);
    Element up = block.element();
    for (int step = 0; step < 4; step++) {
      up = up.parent() == null ? up : up.parent();
      Mass mass = below.getOrDefault(up, new Mass());
      row[at++] = (float) (mass.likely / Math.max(1, mass.all));
      row[at++] = (float) (mass.likely / Math.max(1, likely));
    }
    Mass kind = kinds.getOrDefault(kind(block), new Mass());
    row[at++] = (float) (kind.likely / Math.max(1, kind.all));
    row[at++] = (float) (kind.probability / Math.max(1, kind.blocks));
    row[at++] = (float) (window(i, 5) / 11);
    row[at] = nextSure(i);
    return row;
  }

  private double window(int index, int reach) {
    double sum = 0;
    for (int i = Math.max(0, index - reach); i <= Math.min(blocks.size() - 1, index + reach); i++) {
      sum += first[i];
    }
    return sum;
  }

  /** Blocks to the next one that is surely text, both ways, at most 20. */
  private int nextSure(int index) {
    for (int step = 1; step < 20; step++) {
      boolean up = index + step < first.length && first[index + step] > 0.8;
      boolean down = index - step >= 0 && first[index - step] > 0.8;
      if (up || down) {
        return step;
      }
    }
    return 20;
  }
}
