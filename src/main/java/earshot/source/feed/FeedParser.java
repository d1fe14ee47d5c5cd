package earshot.source.feed;

import earshot.source.feed.ParsedFeed.NotAFeed;
import earshot.source.feed.markup.Decoding;
import earshot.source.feed.markup.MarkupScanner;
import earshot.source.feed.markup.MarkupScanner.Token;
import earshot.source.feed.xml.Element;
import earshot.source.feed.xml.XmlFeed;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed 1.0 and 1.1, from any bytes: never
 * throws, never opens anything, and keeps every item that can be read.
 */
public final class FeedParser {
  private static final int HEAD = 100_000;
  private static final Pattern FEED_TYPE =
      Pattern.compile("(?i)application/(rss\\+xml|atom\\+xml|feed\\+json)\\b.*");

  /** Some editors write a byte order mark each time they save. */
  private static final Pattern START = Pattern.compile("^[\\s\\uFEFF]+");

  private FeedParser() {}

  /**
   * @param contentType the header that came with the bytes, or null
   * @param address where they came from, or null; relative links stay relative without it
   */
  public static ParsedFeed parse(
      byte[] bytes, @Nullable String contentType, @Nullable URI address) {
    String text = START.matcher(Decoding.text(bytes, contentType)).replaceFirst("");
    String from = address == null ? null : address.toString();
    if (text.isEmpty()) {
      return new NotAFeed("It is empty.");
    }
    if (text.startsWith("{")) {
      return JsonFeed.parse(text, from);
    }
    return xml(text, from);
  }

  private static ParsedFeed xml(String text, @Nullable String address) {
    Assembly assembly = new Assembly(address);
    FeedFacts facts = new FeedFacts();
    XmlFeed.Listener listener =
        new XmlFeed.Listener() {
          @Override
          public void root(String name) {
            facts.root(name);
          }

          @Override
          public void fact(Element element) {
            facts.accept(element);
          }

          @Override
          public boolean entry(Element element, boolean broken) {
            return assembly.add(XmlEntry.read(element, !facts.isAtom(), broken));
          }
        };
    return switch (new XmlFeed(text, listener).read()) {
      case NOTHING -> new NotAFeed("It holds no feed. Check its address.");
      case WEB_PAGE -> webPage(text);
      case FEED -> assembly.feed(facts);
    };
  }

  /** A page often names the feed that was meant. */
  private static NotAFeed webPage(String text) {
    MarkupScanner scanner = MarkupScanner.html(text.substring(0, Math.min(text.length(), HEAD)));
    Token token = scanner.next();
    while (token != Token.NONE) {
      if (token == Token.START && scanner.name().equals("link")) {
        String type = scanner.attributes().getOrDefault("type", "").strip();
        String href = scanner.attributes().getOrDefault("href", "").strip();
        if (!href.isEmpty() && href.length() < 500 && FEED_TYPE.matcher(type).matches()) {
          return new NotAFeed("It is a web page. The feed that it names is " + href + ".");
        }
      }
      token = scanner.next();
    }
    return new NotAFeed(
        "It is a web page. Read it as a page, or look for the address of its feed.");
  }
}
