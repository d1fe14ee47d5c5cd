package earshot.source.page.dom;

import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** An element as plain text: paragraphs on lines of their own, single spaces within. */
public final class Plain implements NodeFilter {
  private static final Set<String> SILENT =
      Set.of(
          "script", "style", "noscript", "template", "svg", "head", "select", "textarea", "button");

  private final StringBuilder text = new StringBuilder();
  private final Predicate<Element> without;

  private Plain(Predicate<Element> without) {
    this.without = without;
  }

  public static String ofHtml(Element element) {
    return of(element, inner -> false);
  }

  /** The text of an element without what stands in some elements below it. */
  public static String of(Element element, Predicate<Element> without) {
    Plain walk = new Plain(without);
    element.filter(walk);
    return walk.text.toString().strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (node instanceof Element element) {
      String tag = element.normalName();
      if (SILENT.contains(tag) || without.test(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (tag.equals("br") || element.isBlock()) {
        line();
      } else if (tag.equals("td") || tag.equals("th")) {
        append(" ");
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) {
      line();
    }
    return FilterResult.CONTINUE;
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c > ' ' && c != '\u00A0' && !Character.isWhitespace(c)) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
        text.append(' ');
      }
    }
  }

  private void line() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
    if (end > 0 && text.charAt(end - 1) != '\n') {
      text.append('\n');
    }
  }
}
