package earshot.source.page.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Cuts a page into blocks, in one walk without recursion. */
public final class Blocks implements NodeFilter {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "select",
          "datalist",
          "textarea",
          "head",
          "canvas",
          "audio",
          "video",
          "map",
          "math",
          "input",
          "applet",
          "rp");
  private static final Set<String> INLINE =
      Set.of(
          "a", "span", "b", "strong", "i", "em", "u", "s", "strike", "small", "big", "sup", "sub",
          "font", "abbr", "acronym", "cite", "code", "q", "mark", "time", "label", "kbd", "samp",
          "var", "del", "ins", "bdi", "bdo", "data", "dfn", "ruby", "rt", "rb", "rtc", "wbr",
          "nobr", "tt", "img", "picture", "source", "center", "meta", "link");

  /** What a cell of figures does not hold. */
  private static final Set<String> LONG_CELLS = Set.of("table", "br", "p", "div", "ul");

  /** A row of a table is one block while it is no longer than this; beyond, its cells are. */
  private static final int ROW = 240;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final Deque<Element> owners = new ArrayDeque<>();
  private final Deque<Boolean> joinedRows = new ArrayDeque<>();
  private int linked;
  private int links;
  private int hidden;
  private int breaks;

  private Blocks() {}

  public static List<Block> of(Element root) {
    Blocks walk = new Blocks();
    walk.owners.push(root);
    root.filter(walk);
    walk.flush();
    return walk.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || element == owners.peekLast()) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (SILENT.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    open(element, tag);
    return FilterResult.CONTINUE;
  }

  private void open(Element element, String tag) {
    links += tag.equals("a") && element.hasAttr("href") ? 1 : 0;
    hidden += hides(element) ? 1 : 0;
    switch (tag) {
      case "br" -> lineBreak();
      case "tr" -> {
        flush();
        owners.push(element);
        joinedRows.push(shortText(element));
      }
      case "td", "th" -> {
        if (Boolean.TRUE.equals(joinedRows.peek())) {
          append(" ");
        } else {
          flush();
          owners.push(element);
        }
      }
      default -> {
        if (!INLINE.contains(tag)) {
          flush();
          owners.push(element);
        }
      }
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element) || SILENT.contains(element.normalName())) {
      return FilterResult.CONTINUE;
    }
    if (owners.peek() == element && owners.size() > 1) {
      flush();
      owners.pop();
      if (element.normalName().equals("tr")) {
        joinedRows.pop();
      }
    }
    links -= element.normalName().equals("a") && element.hasAttr("href") ? 1 : 0;
    hidden -= hides(element) ? 1 : 0;
    return FilterResult.CONTINUE;
  }

  private static boolean hides(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
  }

  private void lineBreak() {
    if (++breaks >= 2) {
      flush();
    } else if (!line.isEmpty()) {
      line.append('\n');
    }
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == '\u00A0' || Character.isWhitespace(c);
      if (!space) {
        line.append(c);
        linked += links > 0 ? 1 : 0;
        breaks = 0;
      } else if (!line.isEmpty() && !blank(line.charAt(line.length() - 1))) {
        line.append(' ');
        linked += links > 0 ? 1 : 0;
      }
    }
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\n';
  }

  private void flush() {
    breaks = 0;
    String text = line.toString().strip();
    Element owner = owners.peek();
    if (!text.isEmpty() && owner != null) {
      blocks.add(new Block(blocks.size(), owner, text, linked, hidden > 0));
    }
    line.setLength(0);
    linked = 0;
  }

  /** Whether all the text below stays short; looks no further than it must. */
  private static boolean shortText(Element row) {
    int[] length = {0};
    row.filter(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            length[0] += text.isBlank() ? 0 : text.getWholeText().length();
          } else if (node instanceof Element inner && LONG_CELLS.contains(inner.normalName())) {
            length[0] += ROW;
          }
          return length[0] >= ROW ? NodeFilter.FilterResult.STOP : FilterResult.CONTINUE;
        });
    return length[0] < ROW;
  }
}
