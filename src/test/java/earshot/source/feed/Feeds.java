package earshot.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Item;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents for tests, and short ways to read them. */
final class Feeds {
  static final URI ADDRESS = URI.create("https://gazette.example/feeds/news.xml");

  private Feeds() {}

  /** An RSS 2.0 document with every prefix declared. */
  static String rss(String items) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        + " xmlns:atom=\"http://www.w3.org/2005/Atom\""
        + " xmlns:media=\"http://search.yahoo.com/mrss/\""
        + " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
        + " xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\">\n"
        + "<channel><title>Marlbeck Gazette</title><link>https://gazette.example/</link>\n"
        + items
        + "\n</channel></rss>";
  }

  static String item(String inside) {
    return rss("<item>" + inside + "</item>");
  }

  static String atom(String entries) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Gazette</title>"
        + entries
        + "</feed>";
  }

  static String entry(String inside) {
    return atom("<entry>" + inside + "</entry>");
  }

  static String rdf(String inside) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<channel rdf:about=\"https://gazette.example/\"><title>G</title></channel>"
        + inside
        + "</rdf:RDF>";
  }

  static ParsedFeed parse(byte[] document) {
    return FeedParser.parse(document, null, ADDRESS);
  }

  static ParsedFeed.Feed read(String document) {
    ParsedFeed parsed = parse(document.getBytes(StandardCharsets.UTF_8));
    assertThat(parsed).isInstanceOf(ParsedFeed.Feed.class);
    return (ParsedFeed.Feed) parsed;
  }

  static List<Item> items(String document) {
    return read(document).items();
  }

  static Item first(String document) {
    return items(document).getFirst();
  }
}
