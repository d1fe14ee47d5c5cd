package earshot.source.page.body;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** One block as numbers: its text, its place, its neighbours, and what stands above it. */
final class Features {
  private static final Set<String> TEXTUAL = Set.of("p", "pre", "blockquote");
  private static final String DATE = ".*\\b(?:19|20)\\d\\d\\b.*";
  private static final int READ = 2000;

  private final Layout layout;
  private final Scope.Known scopes = new Scope.Known();
  private final String title;
  private final String description;
  private final float[] row = new float[128];
  private int width;

  Features(Layout layout, String title, String description) {
    this.layout = layout;
    this.title = Layout.key(title);
    this.description = Layout.key(description);
  }

  /** A row for each block, in order. */
  static float[][] rows(List<Block> blocks, Element root, String title, String description) {
    Features features = new Features(new Layout(blocks, root, title), title, description);
    float[][] rows = new float[blocks.size()][];
    for (Block block : blocks) {
      rows[block.index()] = features.of(block);
    }
    return rows;
  }

  /** A row of numbers; every row of every page has the same columns. */
  float[] of(Block block) {
    width = 0;
    text(block);
    names(block);
    marks(block);
    place(block);
    neighbours(block);
    return java.util.Arrays.copyOf(row, width);
  }

  private void add(double value) {
    row[width++] = (float) value;
  }

  private void text(Block block) {
    String full = block.text();
    String text = full.length() > READ ? full.substring(0, READ) : full;
    String[] words = text.split("[^\\p{L}\\p{N}'’]+");
    add(Math.log1p(full.length()));
    add(words.length);
    add((double) text.length() / Math.max(1, words.length));
    add(block.linkDensity());
    add(block.linked());
    add(Words.functionWords(words));
    add(Words.furniture(text) ? 1 : 0);
    int[] signs = new int[6];
    text.chars().forEach(c -> signs[sign(c)]++);
    add(signs[0] / (double) text.length());
    add(signs[1]);
    add(signs[2] / (double) Math.max(1, words.length));
    add(signs[3] / (double) text.length());
    add(signs[4] / (double) text.length());
    char last = text.charAt(text.length() - 1);
    add(".!?…”\"».".indexOf(last) >= 0 ? 2 : last == ':' ? 1 : 0);
    add(Character.isLowerCase(text.charAt(0)) ? 1 : 0);
    add(full.indexOf('\n') >= 0 ? 1 : 0);
    add(text.length() < 60 && text.matches(DATE) ? 1 : 0);
    add(text.endsWith("...") || text.endsWith("…") ? 1 : 0);
    add(text.startsWith("\"") || text.startsWith("“") || text.startsWith("„") ? 1 : 0);
    add(text.indexOf('©') >= 0 ? 1 : 0);
    add(text.indexOf('@') >= 0 ? 1 : 0);
  }

  private static int sign(int c) {
    return switch (c) {
      case '.', '!', '?', '。' -> 1;
      case ',', ';', '、' -> 2;
      case '|', '•', '»', '›', '>', '/', '·' -> 3;
      default -> Character.isUpperCase(c) ? 0 : Character.isDigit(c) ? 4 : 5;
    };
  }

  private void names(Block block) {
    String tag = block.element().normalName();
    add(TEXTUAL.contains(tag) ? 2 : tag.equals("div") || tag.equals("section") ? 1 : 0);
    add(heading(tag));
    add(tag.equals("li") || tag.equals("dt") || tag.equals("dd") ? 1 : 0);
    add(tag.equals("tr") || tag.equals("td") || tag.equals("th") ? 1 : 0);
    add(tag.equals("button") || tag.equals("form") || tag.equals("figcaption") ? 1 : 0);
    add(block.hidden() ? 1 : 0);
    String key = Layout.key(block.text());
    boolean long_ = key.length() > 12;
    add(long_ && (title.contains(key) || key.contains(title) && !title.isEmpty()) ? 1 : 0);
    boolean described = long_ && description.length() > 12;
    add(described && (description.startsWith(key) || key.startsWith(description)) ? 1 : 0);
    add(Math.min(4, layout.repeats(block)));
  }

  private static int heading(String tag) {
    boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    return heading ? tag.charAt(1) - '0' : 0;
  }

  private void marks(Block block) {
    for (byte distance : scopes.of(block.element()).distance()) {
      add(distance);
    }
  }

  private void place(Block block) {
    int index = block.index();
    int count = layout.blocks.size();
    add((double) index / count);
    add(layout.allBefore[index] / Math.max(1, layout.all));
    add(layout.goodBefore[index] / Math.max(1, layout.good));
    add((layout.good - layout.goodBefore[index + 1]) / Math.max(1, layout.good));
    add(Math.log1p(layout.good));
    int fromTitle = layout.titleAt < 0 ? 0 : index - layout.titleAt;
    add(Math.signum(fromTitle) * Math.log1p(Math.abs(fromTitle)));
    add(layout.underTop(block));
    for (int share = 0; share < 3; share++) {
      add(layout.under(block, share));
    }
    Element at = block.element();
    for (int up = 0; up < 4; up++) {
      at = at.parent() == null ? at : at.parent();
      Layout.Sum sum = layout.sum(at);
      add(sum.good / Math.max(1, layout.good));
      add(sum.good / Math.max(1, sum.all));
      add(sum.linked / Math.max(1, sum.all));
      add(Math.log1p(sum.blocks));
      if (up < 2) {
        add(sum.direct / Math.max(1, layout.topScore()));
      }
    }
    Layout.Sum kind = layout.kind(at, block);
    add(Math.log1p(kind.blocks));
    add(kind.good / Math.max(1, layout.good));
    add(kind.linked / Math.max(1, kind.all));
    add(kind.all / Math.max(1, kind.blocks));
  }

  private void neighbours(Block block) {
    List<Block> blocks = layout.blocks;
    for (int step : new int[] {-3, -2, -1, 1, 2, 3}) {
      int at = block.index() + step;
      boolean there = at >= 0 && at < blocks.size();
      Block other = there ? blocks.get(at) : block;
      add(there ? Math.log1p(other.text().length()) : -1);
      add(there ? other.linkDensity() : -1);
      if (Math.abs(step) == 1) {
        add(there ? heading(other.element().normalName()) : -1);
        add(there && other.element().parent() == block.element().parent() ? 1 : 0);
        add(there && TEXTUAL.contains(other.element().normalName()) ? 1 : 0);
      }
    }
    int from = Math.max(0, block.index() - 6);
    int to = Math.min(blocks.size(), block.index() + 7);
    double near = layout.allBefore[to] - layout.allBefore[from];
    add((layout.goodBefore[to] - layout.goodBefore[from]) / Math.max(1, near));
    add((layout.goodBefore[block.index()] - layout.goodBefore[from]) / Math.max(1, near));
  }
}
