package earshot.source.page;

import earshot.source.page.facts.Stated;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where a page leads, and what it asks of those who read it by machine. */
final class PageLinks {
  private static final int MOST_LINKS = 3000;
  private static final int SHELL_TEXT = 200;

  private PageLinks() {}

  static Page page(Stated stated, Extraction extraction) {
    Document document = stated.page();
    Element canonical = document.selectFirst("link[rel~=(?i)^canonical$][href]");
    String robots = stated.meta().first("robots", "earshot", "schoolecho").toLowerCase(Locale.ROOT);
    boolean noIndex = robots.contains("noindex") || robots.contains("none");
    return new Page(
        extraction,
        canonical == null ? null : address(canonical.absUrl("href")),
        noIndex,
        needsScript(document, extraction),
        robots.contains("nofollow") ? List.of() : links(document));
  }

  private static boolean needsScript(Document document, Extraction extraction) {
    if (extraction.kind() != Extraction.Kind.OTHER || extraction.text().length() > SHELL_TEXT) {
      return false;
    }
    boolean scripts = document.selectFirst("script[src], script:not([type*=json])") != null;
    boolean mount =
        document.selectFirst("#root, #app, #__next, #__nuxt, app-root, [data-reactroot], [ng-app]")
            != null;
    String noscript = document.select("noscript").text().toLowerCase(Locale.ROOT);
    boolean asks = noscript.contains("javascript") || noscript.contains("enable");
    return scripts && (mount || asks || extraction.text().length() < SHELL_TEXT / 4);
  }

  private static List<URI> links(Document document) {
    Set<URI> links = new LinkedHashSet<>();
    for (Element link : document.select("a[href]")) {
      boolean refused = link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow");
      URI target = refused ? null : address(link.absUrl("href"));
      if (target != null && links.size() < MOST_LINKS) {
        links.add(target);
      }
    }
    return List.copyOf(links);
  }

  /** An http address without its fragment, or null. */
  static @Nullable URI address(String text) {
    int hash = text.indexOf('#');
    String page = (hash < 0 ? text : text.substring(0, hash)).replace(" ", "%20");
    if (!page.startsWith("http://") && !page.startsWith("https://")) {
      return null;
    }
    try {
      URI address = new URI(page);
      return address.getHost() == null ? null : address;
    } catch (URISyntaxException broken) {
      return null;
    }
  }
}
