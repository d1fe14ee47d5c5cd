package earshot.source.page.facts;

import earshot.source.page.dom.Thing;
import earshot.source.page.posts.Authors;
import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/** Who wrote a page: as stated, else as its byline says. */
public final class Authorship {
  private static final String BYLINES =
      "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .p-author .p-name, .p-author, .h-card .fn,"
          + " a[href*=/author/], a[href*=/authors/], .byline__name, .byline-name, .author-name, .author__name, .byline a,"
          + " .byline, .entry-author, .post-author, .author a, .author, .article-author, [class*=byline], [class*=Byline],"
          + " [class*=author-name], [class*=authorName], #author, .writer, .submitted-by, .entry-meta .vcard";
  private static final int LONGEST = 120;

  private Authorship() {}

  /**
   * @param before whether an element stands before the main text ends; bylines of other texts
   *     follow
   */
  public static String of(Stated page, Predicate<Element> before) {
    Thing article = page.article();
    String stated = article == null ? "" : article.names("author", "creator");
    if (usable(stated, page)) {
      return Authors.clean(stated).isEmpty() ? stated : clean(stated);
    }
    String meta =
        page.meta()
            .first(
                "author",
                "article:author_name",
                "dc.creator",
                "dcterms.creator",
                "citation_author",
                "parsely-author",
                "sailthru.author",
                "byl",
                "byline",
                "cxenseparse:author",
                "article:author",
                "twitter:data1:author");
    String name = clean(meta);
    if (usable(name, page)) {
      return name;
    }
    for (String selector : BYLINES.split(", ")) {
      for (Element byline : page.page().select(selector)) {
        String text = byline.text();
        String candidate = text.length() > LONGEST || comment(byline) ? "" : clean(text);
        if (usable(candidate, page) && before.test(byline)) {
          return candidate;
        }
      }
    }
    return "";
  }

  private static boolean comment(Element element) {
    Element at = element;
    for (int up = 0; at != null && up < 8; up++, at = at.parent()) {
      String marks = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
      if (marks.contains("comment") || marks.contains("related") || marks.contains("sidebar")) {
        return !at.normalName().equals("body") && !at.normalName().equals("html");
      }
    }
    return false;
  }

  private static String clean(String raw) {
    return Authors.clean(raw);
  }

  private static boolean usable(String name, Stated page) {
    String low = name.toLowerCase(Locale.ROOT);
    return name.length() > 1
        && name.length() < LONGEST
        && !low.startsWith("http")
        && !low.equals("admin")
        && !low.equals("author")
        && !name.equalsIgnoreCase(page.meta().first("og:site_name"));
  }
}
