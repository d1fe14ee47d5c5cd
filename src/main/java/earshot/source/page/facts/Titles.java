package earshot.source.page.facts;

import earshot.source.page.dom.Thing;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A page's title without the name of its site. */
public final class Titles {
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+(?:[|\\u00B7\\u2022\\u00BB\\u00AB>/~]|-{1,2}|\\u2013|\\u2014|::|:\\s*:|:)\\s+|\\s*\\|\\s*");
  private static final int MOST_SITE_WORDS = 6;
  private static final int MOST_PARTS = 4;
  private static final int LONGEST = 400;

  private Titles() {}

  public static String of(Stated page) {
    String whole = cut(squeeze(page.page().title()));
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
    String repeated = repeatedPart(best, page);
    return repeated.isEmpty() ? clean(best, page) : repeated;
  }

  private static String headline(Stated page) {
    Thing article = page.article();
    return article == null ? "" : cut(squeeze(article.text("headline", "name")));
  }

  /** The longest heading that the title in the head repeats. */
  private static String heading(Stated page, String titles) {
    String wanted = key(titles);
    String site = key(page.siteName());
    String best = "";
    Set<String> first = new LinkedHashSet<>();
    for (Element heading :
        page.page().select("h1, [itemprop=headline], .entry-title, .post-title, h2")) {
      String text = heading.childNodeSize() < 12 ? cut(squeeze(heading.text())) : "";
      String key = key(text);
      boolean named = key.length() >= 4 && !key.equals(site) && repeated(wanted, key, titles, text);
      best = named && text.length() > best.length() ? text : best;
      if (heading.normalName().equals("h1") && key.length() >= 8) {
        first.add(text);
      }
    }
    boolean untitled = wanted.isEmpty() || wanted.equals(site);
    return best.isEmpty() && first.size() == 1 && untitled ? first.iterator().next() : best;
  }

  /** The one part of the title that stands on the page by itself, if it is not the site's name. */
  private static String repeatedPart(String title, Stated page) {
    String host = page.address().getHost() == null ? "" : page.address().getHost();
    Set<String> parts = new HashSet<>();
    for (String part : SEPARATOR.split(title)) {
      if (part.split(" ").length >= 2 && !names(part, key(page.siteName()), host)) {
        parts.add(part.strip());
      }
    }
    for (Element place : page.page().select("h1, h2, h3, [class*=title], strong, b")) {
      String text = place.childNodeSize() < 6 ? squeeze(place.text()) : "";
      if (parts.size() > 1 && parts.contains(text)) {
        return text;
      }
    }
    return "";
  }

  private static boolean repeated(String wanted, String key, String titles, String text) {
    if (!wanted.contains(key)) {
      return false;
    }
    // one part among several may be the site's name; the article's is the longer
    int words = text.split(" ").length;
    return words >= 3 || SEPARATOR.split(titles)[0].strip().equalsIgnoreCase(text);
  }

  /** Cuts the parts that name the site, from both ends. */
  static String clean(String whole, Stated page) {
    String title = cut(whole);
    for (int part = 0; part < MOST_PARTS; part++) {
      String shorter = shorter(title, page);
      if (shorter.equals(title)) {
        return title;
      }
      title = shorter;
    }
    return title;
  }

  private static String shorter(String title, Stated page) {
    String host = page.address().getHost() == null ? "" : page.address().getHost();
    String site = key(page.siteName());
    List<MatchResult> separators = SEPARATOR.matcher(title).results().toList();
    if (separators.isEmpty() || separators.getLast().start() == 0) {
      return title;
    }
    MatchResult last = separators.getLast();
    String tail = title.substring(last.end());
    String before = title.substring(0, last.start());
    boolean label = tail.split(" ").length <= MOST_SITE_WORDS && longer(before, tail);
    if (names(tail, site, host) || label) {
      return before;
    }
    MatchResult first = separators.getFirst();
    String head = title.substring(0, first.start());
    return names(head, site, host) ? title.substring(first.end()) : title;
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
    String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    return head.replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
