package earshot.source.feed.xml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The vocabularies of feeds under one short name each, whatever prefix a document gives them: ""
 * for those of RSS and Atom themselves, old and odd addresses included.
 */
final class Namespaces {
  private static final String CORE = "";

  private static final List<Map.Entry<String, String>> ROOMS =
      List.of(
          Map.entry("http://www.w3.org/2005/atom", CORE),
          Map.entry("http://purl.org/atom/", CORE),
          Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
          Map.entry("http://purl.org/rss/1.0/modules/rss091", CORE),
          Map.entry("http://purl.org/rss/1.0/modules/", "module"),
          Map.entry("http://purl.org/rss/1.0/", CORE),
          Map.entry("http://purl.org/net/rss1.1", CORE),
          Map.entry("http://my.netscape.com/rdf/simple/", CORE),
          Map.entry("http://channel.netscape.com/rdf/simple/", CORE),
          Map.entry("http://my.netscape.com/publish/formats/", CORE),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", CORE),
          Map.entry("http://cyber.law.harvard.edu/rss", CORE),
          Map.entry("http://purl.org/echo/", CORE),
          Map.entry("http://purl.org/pie/", CORE),
          Map.entry("http://example.com/newformat", CORE),
          Map.entry("http://example.com/necho", CORE),
          Map.entry("uri/of/echo/namespace", CORE),
          Map.entry("http://purl.org/dc/elements/", "dc"),
          Map.entry("http://dublincore.org/documents/dcmi-namespace", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://www.itunes.com/dtds/podcast", "itunes"),
          Map.entry("http://example.com/dtds/podcast", "itunes"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://tools.search.yahoo.com/mrss", "media"),
          Map.entry("http://rssnamespace.org/feedburner/ext/", "feedburner"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("http://www.w3.org/xml/1998/namespace", "xml"));

  /** Prefixes that everybody uses for the same thing, and some forget to declare. */
  private static final Set<String> USUAL =
      Set.of("dc", "dcterms", "content", "itunes", "media", "feedburner", "xhtml", "rdf", "xml");

  private Namespaces() {}

  /** The short name for what {@code prefix} was declared to mean. */
  static String room(String prefix, String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT).replace("https://", "http://");
    if (lower.contains("backend.userland.com/rss")) {
      return CORE;
    }
    for (Map.Entry<String, String> known : ROOMS) {
      if (lower.startsWith(known.getKey())) {
        return known.getValue();
      }
    }
    // a document's own default, whatever its address, is what it calls a feed
    return prefix.isEmpty() ? CORE : "?" + prefix;
  }

  static String undeclared(String prefix) {
    if (prefix.isEmpty() || prefix.equals("atom") || prefix.equals("rss")) {
      return CORE;
    }
    return USUAL.contains(prefix) ? prefix : "?" + prefix;
  }
}
