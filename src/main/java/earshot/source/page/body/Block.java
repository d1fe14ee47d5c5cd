package earshot.source.page.body;

import org.jsoup.nodes.Element;

/**
 * A run of text that stands by itself on the page.
 *
 * @param index its place among the page's blocks
 * @param element the nearest element that makes a block
 * @param text with single spaces, lines kept
 * @param linked characters of it inside links
 * @param hidden whether the page's own markup hides it
 */
public record Block(int index, Element element, String text, int linked, boolean hidden) {
  double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linked / text.length());
  }
}
