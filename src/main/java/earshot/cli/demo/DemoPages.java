package earshot.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes the pages of the fictional web as such sites write them: menus, asides, footers and all.
 */
final class DemoPages {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final String base;
  private final Instant start;

  DemoPages(String base, Instant start) {
    this.base = base;
    this.start = start;
  }

  private Instant said(DemoPost post) {
    // what was there from the start was said over the days before
    return post.after().isZero()
        ? start.minusSeconds(3_600L * (6 + 9L * post.number()))
        : start.plus(post.after());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String paragraphs(String text) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : text.split("\n\n")) {
      html.append("<p>").append(escaped(paragraph)).append("</p>\n");
    }
    return html.toString();
  }

  private static String page(String title, String site, String body) {
    return """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>%s | %s</title></head>
        <body>
        <header><a href="/">%s</a>
        <nav><ul><li><a href="/gazette/">News</a></li><li><a href="/forum/">Talk</a></li>
        <li><a href="/about">About us</a></li><li><a href="/adverts">Advertise</a></li></ul></nav></header>
        <main>
        %s
        </main>
        <aside class="sidebar"><h3>Most read</h3><ul><li><a href="/a">Ten walks near the weir</a></li>
        <li><a href="/b">Market day moves to Saturday</a></li></ul></aside>
        <footer>© %s · <a href="/privacy">Privacy</a> · <a href="/cookies">Cookies</a></footer>
        </body></html>
        """
        .formatted(escaped(title), site, site, body, site);
  }

  String gazette(List<DemoPost> posts) {
    StringBuilder list = new StringBuilder("<h1>Latest news</h1>\n<ul class=\"headlines\">\n");
    for (DemoPost post : posts.reversed()) {
      list.append(
          "<li><h2><a href=\"/gazette/news/%d\">%s</a></h2><p class=\"standfirst\">%s</p></li>\n"
              .formatted(post.number(), escaped(post.title()), escaped(teaser(post))));
    }
    return page("Latest news", "Harrowmere Gazette", list.append("</ul>").toString());
  }

  private static String teaser(DemoPost post) {
    return post.text().substring(0, post.text().indexOf('.') + 1);
  }

  String article(DemoPost post) {
    return page(
        post.title(),
        "Harrowmere Gazette",
        "<article><h1>%s</h1><p class=\"byline\">By <span class=\"author\">%s</span> <time datetime=\"%s\">%s</time></p>\n%s</article>\n<section class=\"related\"><h3>Read next</h3><a href=\"/gazette/\">All the news</a></section>"
            .formatted(
                escaped(post.title()),
                escaped(post.author()),
                said(post),
                LONG.format(said(post)),
                paragraphs(post.text())));
  }

  String forum(Map<String, Integer> threads) {
    StringBuilder list = new StringBuilder("<h1>Harrowmere Talk</h1><ul class=\"threads\">\n");
    threads.forEach(
        (title, number) ->
            list.append(
                "<li><a href=\"/forum/thread-%d\">%s</a></li>\n"
                    .formatted(number, escaped(title))));
    return page("All threads", "Harrowmere Talk", list.append("</ul>").toString());
  }

  String thread(String title, List<DemoPost> posts) {
    StringBuilder list =
        new StringBuilder("<h1>" + escaped(title) + "</h1>\n<div class=\"posts\">\n");
    for (DemoPost post : posts) {
      list.append(
          """
          <div class="post" id="post-%d"><div class="post-meta"><span class="author">%s</span>
          <time datetime="%s">%s</time> <a class="permalink" href="#post-%d">#%d</a></div>
          <div class="post-body">%s</div><div class="post-tools"><a href="/reply">Reply</a> <a href="/report">Report</a></div></div>
          """
              .formatted(
                  post.number(),
                  escaped(post.author()),
                  said(post),
                  LONG.format(said(post)),
                  post.number(),
                  post.number(),
                  paragraphs(post.text())));
    }
    return page(title, "Harrowmere Talk", list.append("</div>").toString());
  }

  String reviews(List<DemoPost> posts) {
    StringBuilder list = new StringBuilder("<h1>Thistlewick Primary School: reviews</h1>\n");
    for (DemoPost post : posts.reversed()) {
      list.append(
          """
          <div class="review" id="review-%d" itemscope itemtype="https://schema.org/Review">
          <span itemprop="author">%s</span> <meta itemprop="datePublished" content="%s">
          <span itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span itemprop="ratingValue">%d</span> stars</span>
          <a itemprop="url" href="/reviews/thistlewick#review-%d">Link</a>
          <div itemprop="reviewBody">%s</div></div>
          """
              .formatted(
                  post.number(),
                  escaped(post.author()),
                  said(post),
                  post.stars(),
                  post.number(),
                  paragraphs(post.text())));
    }
    return page("Thistlewick Primary School", "Rate My School", list.toString());
  }

  String gazetteFeed(List<DemoPost> posts) {
    StringBuilder items = new StringBuilder();
    for (DemoPost post : posts.reversed()) {
      items.append(
          "<item><title>%s</title><link>%s/gazette/news/%d</link><guid>%s/gazette/news/%d</guid><pubDate>%s</pubDate><description>%s</description></item>\n"
              .formatted(
                  escaped(post.title()),
                  base,
                  post.number(),
                  base,
                  post.number(),
                  DateTimeFormatter.RFC_1123_DATE_TIME.format(said(post).atOffset(ZoneOffset.UTC)),
                  escaped(teaser(post))));
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Harrowmere Gazette</title><link>"
        + base
        + "/gazette/</link><description>News</description>\n"
        + items
        + "</channel></rss>\n";
  }

  String blogFeed(List<DemoPost> posts) {
    List<Map<String, Object>> items =
        posts.reversed().stream()
            .map(
                post -> {
                  Map<String, Object> item = new LinkedHashMap<>();
                  item.put("id", base + "/blog/" + post.number());
                  item.put("url", base + "/blog/" + post.number());
                  item.put("title", post.title());
                  item.put("content_text", post.text());
                  item.put("date_published", said(post).toString());
                  item.put("authors", List.of(Map.of("name", post.author())));
                  return item;
                })
            .toList();
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", "A Harrowmere Parent");
    feed.put("home_page_url", base + "/blog/");
    feed.put("items", items);
    try {
      return new ObjectMapper().writeValueAsString(feed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
