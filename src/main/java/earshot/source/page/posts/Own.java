package earshot.source.page.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;

/** The elements that belong to one post and not to a post nested in it, in the page's order. */
final class Own implements NodeFilter {
  private static final int MOST = 1500;

  private final Element post;
  private final Set<Element> others;
  private final List<Element> elements = new ArrayList<>();

  private Own(Element post, Set<Element> others) {
    this.post = post;
    this.others = others;
  }

  static List<Element> of(Element post, Set<Element> others) {
    Own walk = new Own(post, others);
    post.filter(walk);
    return walk.elements;
  }

  static List<Element> matching(List<Element> own, Evaluator wanted) {
    return own.stream().filter(element -> element.is(wanted)).toList();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (element != post && others.contains(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    elements.add(element);
    return elements.size() >= MOST ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}
