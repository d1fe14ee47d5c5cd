package earshot.source.page.dom;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The head's meta elements by lower-case name, property or http-equiv; the first of a name wins.
 */
public final class Meta {
  private final Map<String, String> values = new HashMap<>();

  public Meta(Document page) {
    for (Element meta : page.getElementsByTag("meta")) {
      String content = meta.attr("content").strip();
      if (content.isEmpty()) {
        continue;
      }
      for (String key : new String[] {"property", "name", "http-equiv", "itemprop"}) {
        String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          values.putIfAbsent(name, content);
        }
      }
    }
  }

  /** The first of these that the page has, or "". */
  public String first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  public String description() {
    return first("og:description", "description", "twitter:description", "dc.description");
  }
}
