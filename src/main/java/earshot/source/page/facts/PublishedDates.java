package earshot.source.page.facts;

import earshot.source.page.body.Block;
import earshot.source.page.dom.Dates;
import earshot.source.page.dom.Thing;
import earshot.source.page.posts.ElementDates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When a page was published: as stated, else by its time elements, its byline, its address. */
public final class PublishedDates {
  private static final String[] META = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "publishdate",
    "article.published",
    "article:published",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "cxenseparse:publishtime",
    "dateposted",
    "last-published",
    "dc.date",
    "dcterms.date",
    "date",
    "displaydate",
    "og:pubdate",
    "datecreated",
    "article:created",
    "og:updated_time",
    "article:modified_time",
    "dcterms.modified",
    "last-modified",
    "datemodified"
  };
  private static final String PLACES =
      "[itemprop=datePublished], [property=datePublished], time[pubdate], time.published, time.entry-date, .dt-published,"
          + " abbr.published, .published, .entry-date, .post-date, .article-date, .publish-date, .pubdate, .date-published,"
          + " .article__date, .byline time, header time[datetime], article time[datetime], main time[datetime], .timestamp,"
          + " .dateline, .posted-on, [class*=publish], [class*=Publish], .date, [class*=date], [class*=Date], .byline,"
          + " [class*=byline], .meta, .entry-meta, .post-meta, .submitted";
  private static final Pattern IN_PATH =
      Pattern.compile(
          "/((?:19|20)\\d\\d)[/-]?(0?[1-9]|1[0-2])[/-]?(0?[1-9]|[12]\\d|3[01])(?:[/-]|$)");
  private static final int NEAR_TITLE = 12;
  private static final int SHORT = 120;

  private PublishedDates() {}

  /**
   * @param blocks the page's blocks
   * @param titleAt the index of the block that holds the title, or -1
   */
  public static @Nullable Instant of(
      Stated page, List<Block> blocks, int titleAt, Dates dates, Predicate<Element> before) {
    Instant stated = stated(page, dates);
    if (stated != null) {
      return stated;
    }
    for (String selector : PLACES.split(", ")) {
      for (Element place : page.page().select(selector)) {
        Instant at = furniture(place) ? null : ElementDates.of(place, dates);
        if (at != null && before.test(place)) {
          return at;
        }
      }
    }
    Instant near = near(blocks, titleAt, dates);
    return near == null ? inAddress(page, dates) : near;
  }

  private static @Nullable Instant stated(Stated page, Dates dates) {
    Thing article = page.article();
    Instant at =
        article == null
            ? null
            : dates.parse(article.text("datePublished", "dateCreated", "uploadDate"));
    for (int i = 0; at == null && i < META.length; i++) {
      at = dates.parse(page.meta().first(META[i]));
    }
    Thing whole = at == null ? page.webPage() : null;
    return whole == null
        ? at
        : dates.parse(whole.text("datePublished", "dateCreated", "uploadDate"));
  }

  private static boolean furniture(Element place) {
    Element at = place;
    for (int up = 0; at != null && up < 8; up++, at = at.parent()) {
      String tag = at.normalName();
      String marks = (at.className() + " " + at.id()).toLowerCase(Locale.ROOT);
      boolean whole = tag.equals("body") || tag.equals("html");
      boolean named =
          marks.contains("comment")
              || marks.contains("related")
              || marks.contains("sidebar")
              || marks.contains("footer");
      if (tag.equals("footer") && up > 2
          || tag.equals("aside")
          || tag.equals("nav")
          || named && !whole) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Instant near(List<Block> blocks, int titleAt, Dates dates) {
    for (int step = 0; step <= NEAR_TITLE; step++) {
      for (int index : new int[] {titleAt + step, titleAt - step}) {
        boolean there =
            index >= 0 && index < blocks.size() && Math.abs(index - titleAt) <= NEAR_TITLE;
        String text = there ? blocks.get(index).text() : "";
        boolean sentence = text.matches("(?s).*\\p{L}{3,}[.!?]$") || text.split("\\s+").length > 16;
        if (there && !sentence && text.length() <= SHORT) {
          Instant at = dates.parse(text);
          if (at != null) {
            return at;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable Instant inAddress(Stated page, Dates dates) {
    String path = page.address().getPath() == null ? "" : page.address().getPath();
    Matcher found = IN_PATH.matcher(path);
    return found.find()
        ? dates.parse(found.group(1) + "-" + found.group(2) + "-" + found.group(3))
        : null;
  }
}
