package earshot.source.page.body;

import earshot.source.page.dom.Html;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the names that its makers gave an element say about it, as a set of bits. */
final class Marks {
  static final int BODY = 0;
  static final int CONTENT = 1;
  static final int NAVIGATION = 2;
  static final int FOOT = 3;
  static final int SIDE = 4;
  static final int SHARE = 5;
  static final int RELATED = 6;
  static final int COMMENT = 7;
  static final int ADVERT = 8;
  static final int CONSENT = 9;
  static final int CAPTION = 10;
  static final int META = 11;
  static final int AUTHOR = 12;
  static final int INTRO = 13;
  static final int HEAD = 14;
  static final int TEASER = 15;
  static final int ARTICLE_TAG = 16;
  static final int ASIDE_TAG = 17;
  static final int FORM_TAG = 18;
  static final int LIST_TAG = 19;
  static final int TABLE_TAG = 20;
  static final int FIGURE_TAG = 21;
  static final int QUOTE_TAG = 22;
  static final int MAIN_TAG = 23;
  static final int COUNT = 24;

  private static final Pattern[] WORDS = {
    any(
        "article-?_*body|articlebody|entry-?content|post-?_*content|story-?_*body|article-?_*content"
            + "|article-?_*text|articletext|post-?_*body|content-?_*body|rich-?_?text|body-?_*text|body-?_*copy"
            + "|bbwrapper|text-?block|paragraph|the-?content|longtext|body-?_*content|postbody|article__"
            + "|storytext|fulltext|maintext|textbody"),
    any(
        "article|content|entry|post|story|text|main|body|blog|news|page|hentry|artikel|beitrag|inhalt"),
    any(
        "nav|menu|breadcrumb|pagination|pager|skip|toolbar|topbar|search|paging|sitemap|tabs?\\b|\\btoc"),
    any("foot|copyright|legal|imprint|impressum|bottom|colophon|disclaimer"),
    any(
        "side-?bar|aside|widget|\\brail|right-?col|secondary|marginal|infobox|factbox|column-right|\\bside"),
    any(
        "share|sharing|social|facebook|twitter|addtoany|follow|whatsapp|\\blikes?\\b|sharedaddy|reaction"),
    any(
        "relat|recommend|similar|promo|outbrain|taboola|popular|trending|latest|read-?_?(?:next|more|also)"
            + "|most-?_?read|upsell|more-?_?(?:from|on|stories|articles|news)|also-?_?like|mehr-?zum|crosslink"),
    any("comment|disqus|respond|\\brepl|discussion|kommentar|livefyre|remark"),
    any(
        "advert|sponsor|\\bads?\\b|\\bad-|-ad\\b|adslot|anzeige|banner|dfp|affiliate|commercial|partner|shop|product"),
    any(
        "cookie|consent|gdpr|newsletter|subscri|sign-?_?up|paywall|modal|popup|pop-up|overlay|login|donat|mailing"
            + "|privacy|notice|alert|register|abo\\b"),
    any(
        "caption|credit|image|photo|gallery|figure|video|player|media|bild|slide|picture|lightbox|thumb|embed"),
    any(
        "byline|\\bdate|meta|\\btags?\\b|categor|published|timestamp|dateline|kicker|\\binfo|rubrik|topics?|keyword|time"),
    any("author|\\bbio|vcard|autor|writer|contributor|profile"),
    any(
        "\\blead|intro|standfirst|summary|excerpt|\\bdek|subtitle|sub-?title|abstract|description|vorspann|teaser-?text|deck"),
    any("header|masthead|headline|title|heading|hero|\\btop"),
    any("teaser|card|\\bitem|tile|list|grid|\\bbox|module|carousel|\\bblock")
  };

  private static final Map<String, Integer> TAGS =
      Map.ofEntries(
          Map.entry("article", 1 << ARTICLE_TAG),
          Map.entry("main", 1 << MAIN_TAG),
          Map.entry("nav", 1 << NAVIGATION),
          Map.entry("menu", 1 << NAVIGATION),
          Map.entry("footer", 1 << FOOT),
          Map.entry("header", 1 << HEAD),
          Map.entry("aside", 1 << ASIDE_TAG),
          Map.entry("form", 1 << FORM_TAG),
          Map.entry("button", 1 << FORM_TAG),
          Map.entry("fieldset", 1 << FORM_TAG),
          Map.entry("ul", 1 << LIST_TAG),
          Map.entry("ol", 1 << LIST_TAG),
          Map.entry("dl", 1 << LIST_TAG),
          Map.entry("table", 1 << TABLE_TAG),
          Map.entry("figure", 1 << FIGURE_TAG),
          Map.entry("figcaption", 1 << CAPTION),
          Map.entry("blockquote", 1 << QUOTE_TAG));

  private Marks() {}

  private static Pattern any(String alternatives) {
    return Pattern.compile(alternatives);
  }

  /**
   * @param known what names said before, for the same page
   */
  static int of(Element element, Map<String, Integer> known) {
    int bits = TAGS.getOrDefault(element.normalName(), 0);
    if (element.attributesSize() == 0) {
      return bits;
    }
    String marks = Html.marks(element);
    // a body's or html's classes describe the whole page
    if (!marks.isEmpty() && !element.normalName().equals("body")) {
      String shortened = marks.length() > 300 ? marks.substring(0, 300) : marks;
      bits |= known.computeIfAbsent(shortened, Marks::words);
    }
    bits |= element.attr("itemprop").contains("articleBody") ? 1 << BODY : 0;
    bits |= element.attr("property").contains("articleBody") ? 1 << BODY : 0;
    return bits | role(element.attr("role"));
  }

  private static int words(String marks) {
    int bits = 0;
    for (int i = 0; i < WORDS.length; i++) {
      bits |= WORDS[i].matcher(marks).find() ? 1 << i : 0;
    }
    return bits;
  }

  private static int role(String role) {
    return switch (role) {
      case "main" -> 1 << MAIN_TAG;
      case "navigation", "search", "menu", "menubar" -> 1 << NAVIGATION;
      case "complementary" -> 1 << ASIDE_TAG;
      case "contentinfo" -> 1 << FOOT;
      case "dialog", "alertdialog" -> 1 << CONSENT;
      case "banner" -> 1 << HEAD;
      case "article" -> 1 << ARTICLE_TAG;
      default -> 0;
    };
  }
}
