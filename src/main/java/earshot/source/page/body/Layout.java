package earshot.source.page.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What the whole of a page says about each place on it: where its prose lies, what repeats. */
final class Layout {
  /** Sums over the blocks below one element. */
  static final class Sum {
    double good;
    double all;
    double linked;
    int blocks;
    double direct;
  }

  private static final Sum NOTHING = new Sum();
  private static final int PROSE_WORDS = 14;
  private static final double PROSE_LINKS = 0.4;
  private static final int MOST_ANCESTORS = 60;

  final List<Block> blocks;
  final double[] goodBefore;
  final double[] allBefore;
  double good;
  double all;
  int titleAt = -1;
  private final Map<Element, Sum> sums = new IdentityHashMap<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final Map<String, Sum> kinds = new HashMap<>();
  private Element top;
  private double topScore;
  private final Element[] holding = new Element[3];

  Layout(List<Block> blocks, Element root, String title) {
    this.blocks = blocks;
    this.top = root;
    goodBefore = new double[blocks.size() + 1];
    allBefore = new double[blocks.size() + 1];
    for (Block block : blocks) {
      add(block);
    }
    findTop();
    double[] shares = {0.5, 0.7, 0.9};
    for (int i = 0; i < shares.length; i++) {
      holding[i] = holding(root, shares[i]);
    }
    titleAt = titleBlock(title);
  }

  private void add(Block block) {
    double prose = prose(block);
    int length = block.text().length();
    good += prose;
    all += length;
    goodBefore[block.index() + 1] = good;
    allBefore[block.index() + 1] = all;
    repeats.merge(key(block.text()), 1, Integer::sum);
    count(kinds.computeIfAbsent(kind(block), name -> new Sum()), block, prose);
    Element at = block.element();
    Element parent = at.parent();
    if (parent != null) {
      sums.computeIfAbsent(parent, element -> new Sum()).direct += prose;
    }
    for (int up = 0; at != null && up < MOST_ANCESTORS; up++, at = at.parent()) {
      count(sums.computeIfAbsent(at, element -> new Sum()), block, prose);
    }
  }

  private static void count(Sum sum, Block block, double prose) {
    sum.good += prose;
    sum.all += block.text().length();
    sum.linked += block.linked();
    sum.blocks++;
  }

  /** Characters of a block that reads like prose, else 0. */
  static double prose(Block block) {
    if (block.linkDensity() > PROSE_LINKS) {
      return 0;
    }
    int words = 1;
    String text = block.text();
    int look = Math.min(text.length(), 400);
    for (int i = 0; i < look; i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words >= PROSE_WORDS ? Math.min(text.length(), 5000) : 0;
  }

  private void findTop() {
    for (Map.Entry<Element, Sum> each : sums.entrySet()) {
      double score = each.getValue().direct;
      if (score > topScore) {
        topScore = score;
        top = each.getKey();
      }
    }
  }

  /** The deepest element that holds this share of the page's prose. */
  private Element holding(Element root, double share) {
    Element at = root;
    while (true) {
      Element next = null;
      for (Element child : at.children()) {
        if (sum(child).good >= share * good && good > 0) {
          next = child;
          break;
        }
      }
      if (next == null) {
        return at;
      }
      at = next;
    }
  }

  private int titleBlock(String title) {
    String wanted = key(title);
    int best = -1;
    double bestScore = 0;
    for (Block block : blocks) {
      String tag = block.element().normalName();
      String text = key(block.text());
      boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) < '3';
      boolean named = text.length() > 8 && wanted.contains(text);
      double score = (tag.equals("h1") ? 2 : heading ? 1 : 0) + (named ? 2 : 0);
      score += named && text.length() * 2 > wanted.length() ? 1 : 0;
      score -= block.hidden() ? 1 : 0;
      if (score > bestScore) {
        bestScore = score;
        best = block.index();
      }
    }
    return best;
  }

  Sum sum(Element element) {
    return sums.getOrDefault(element, NOTHING);
  }

  int repeats(Block block) {
    return repeats.getOrDefault(key(block.text()), 0);
  }

  Sum kind(Element element, Block block) {
    return kinds.getOrDefault(kind(block), NOTHING);
  }

  double topScore() {
    return topScore;
  }

  /**
   * Steps from the block up to the element with the most prose right below it; 9 if not under it.
   */
  int underTop(Block block) {
    return steps(block, top);
  }

  int under(Block block, int share) {
    return steps(block, holding[share]);
  }

  private static int steps(Block block, Element goal) {
    Element at = block.element();
    for (int up = 0; at != null && up < 60; up++, at = at.parent()) {
      if (at == goal) {
        return Math.min(up, 8);
      }
    }
    return 9;
  }

  private static String kind(Block block) {
    Element element = block.element();
    Element parent = element.parent();
    return element.normalName()
        + '.'
        + element.className()
        + '/'
        + (parent == null ? "" : parent.normalName() + '.' + parent.className());
  }

  static String key(String text) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < text.length() && key.length() < 160; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        key.append(text.charAt(i));
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** The blocks around one, itself left out. */
  List<Block> around(Block block, int reach) {
    List<Block> near = new ArrayList<>();
    for (int i = block.index() - reach; i <= block.index() + reach; i++) {
      if (i >= 0 && i < blocks.size() && i != block.index()) {
        near.add(blocks.get(i));
      }
    }
    return near;
  }
}
