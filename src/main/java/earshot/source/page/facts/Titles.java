package earshot.source.page.facts;

import earshot.source.page.dom.Thing;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A page's title without the name of its site. */
public final class Titles {
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+(?:[|\\u00B7\\u2022\\u00BB\\u00AB>/~]|-{1,2}|\\u2013|\\u2014|::|:\\s*:)\\s+|\\s*\\|\\s*");
  private static final int MOST_SITE_WORDS = 6;
  private static final int LONGEST = 400;

  private Titles() {}

  public static String of(Stated page) {
    String whole = squeeze(page.page().title());
    String social =
        squeeze(page.meta().first("og:title", "twitter:title", "dc.title", "citation_title"));
    String heading = heading(page, whole + " " + social);
    String headline = headline(page);
    if (!heading.isEmpty()) {
      return heading;
    }
    if (!headline.isEmpty()) {
      return headline;
    }
    String best = social.isEmpty() ? whole : social;
    return cut(clean(best, page));
  }

  private static String headline(Stated page) {
    Thing article = page.article();
    return article == null ? "" : cut(squeeze(article.text("headline", "name")));
  }

  /** A heading that the title in the head repeats. */
  private static String heading(Stated page, String titles) {
    String wanted = key(titles);
    Element only = null;
    int count = 0;
    for (Element heading :
        page.page().select("h1, [itemprop=headline], .entry-title, .post-title, h2")) {
      String text = squeeze(heading.text());
      String key = key(text);
      if (key.length() >= 4
          && !key.equals(key(page.siteName()))
          && repeated(wanted, key, titles, text)) {
        return cut(text);
      }
      if (heading.normalName().equals("h1") && key.length() >= 8 && !text.isEmpty()) {
        only = heading;
        count++;
      }
    }
    boolean untitled = wanted.isEmpty() || wanted.equals(key(page.siteName()));
    return only != null && count == 1 && untitled ? cut(squeeze(only.text())) : "";
  }

  private static boolean repeated(String wanted, String key, String titles, String text) {
    if (!wanted.contains(key)) {
      return false;
    }
    // one part among several may be the site's name; the article's is the longer
    int words = text.split(" ").length;
    return words >= 3 || SEPARATOR.split(titles)[0].strip().equalsIgnoreCase(text);
  }

  /** Cuts the parts that name the site. */
  static String clean(String title, Stated page) {
    String host = page.address().getHost() == null ? "" : page.address().getHost();
    String site = key(page.siteName());
    Matcher separator = SEPARATOR.matcher(title);
    int lastStart = -1;
    int lastEnd = -1;
    int firstStart = -1;
    int firstEnd = -1;
    while (separator.find()) {
      firstStart = firstStart < 0 ? separator.start() : firstStart;
      firstEnd = firstEnd < 0 ? separator.end() : firstEnd;
      lastStart = separator.start();
      lastEnd = separator.end();
    }
    if (lastStart <= 0) {
      return title;
    }
    String tail = title.substring(lastEnd);
    String before = title.substring(0, lastStart);
    if (names(tail, site, host)
        || tail.split(" ").length <= MOST_SITE_WORDS && longer(before, tail)) {
      return clean(before, page);
    }
    String head = title.substring(0, firstStart);
    return names(head, site, host) ? clean(title.substring(firstEnd), page) : title;
  }

  private static boolean longer(String before, String tail) {
    return before.split(" ").length >= 3 && before.length() > tail.length();
  }

  private static boolean names(String part, String site, String host) {
    String key = key(part);
    return !key.isEmpty()
        && (key.equals(site)
            || site.length() > 3 && key.contains(site)
            || key(host).contains(key) && key.length() > 3);
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
