package earshot.source.feed;

import earshot.source.feed.markup.Links;
import earshot.source.feed.xml.Element;
import earshot.source.feed.xml.ElementText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one RSS item or Atom entry: which of its elements says what, best first. */
final class XmlEntry {
  private static final List<String> TITLES =
      List.of("title", "dc:title", "media:title", "itunes:title");
  private static final List<String> TEXTS =
      List.of(
          "content:encoded",
          "content",
          "fullitem",
          "xhtml:body",
          "body",
          "description",
          "summary",
          "dc:description",
          "abstract",
          "media:description",
          "itunes:summary",
          "itunes:subtitle");
  private static final List<String> PUBLISHED =
      List.of(
          "pubdate",
          "published",
          "issued",
          "dcterms:issued",
          "dc:issued",
          "dcterms:created",
          "dc:created",
          "created",
          "dc:date",
          "prism:publicationdate",
          "dcterms:date",
          "date");
  private static final List<String> UPDATED =
      List.of(
          "updated",
          "modified",
          "dcterms:modified",
          "dc:modified",
          "dc:date",
          "lastbuilddate",
          "lastmod");
  private static final List<String> AUTHORS =
      List.of("author", "dc:creator", "dc:author", "itunes:author", "creator");

  private final Element entry;
  private final boolean guess;

  private XmlEntry(Element entry, boolean guess) {
    this.entry = entry;
    this.guess = guess;
  }

  /**
   * @param guess whether text that claims no type may be HTML, as in RSS
   */
  static Draft read(Element entry, boolean guess, boolean broken) {
    return new XmlEntry(entry, guess).draft(broken);
  }

  private Draft draft(boolean broken) {
    Instant published = date(PUBLISHED);
    Instant updated = date(UPDATED);
    return new Draft(
        id(),
        Links.permalink(link()),
        title(),
        author(entry),
        text(),
        language(),
        published == null ? updated : published,
        updated,
        published == null && updated == null ? oddDate() : null,
        broken);
  }

  private @Nullable String id() {
    for (String name : List.of("guid", "id", "dc:identifier")) {
      Element id = entry.first(name);
      if (id != null && !id.ownText().isBlank()) {
        return id.ownText().strip();
      }
    }
    String about = entry.attributeEnding("about");
    return about == null || about.isBlank() ? null : about.strip();
  }

  private String title() {
    for (String name : TITLES) {
      for (Element element : named(name)) {
        String title = ElementText.line(element, guess);
        if (!title.isEmpty()) {
          return title;
        }
      }
    }
    return "";
  }

  private String text() {
    for (String name : TEXTS) {
      for (Element element : named(name)) {
        String text = ElementText.of(element, guess);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }

  /** Elements of that name, those of a media group after the entry's own. */
  private List<Element> named(String name) {
    List<Element> own = entry.elements().stream().filter(each -> each.name().equals(name)).toList();
    if (!own.isEmpty() || !name.startsWith("media:")) {
      return own;
    }
    return entry.elements().stream()
        .filter(each -> each.name().equals("media:group") || each.name().equals("media:content"))
        .flatMap(group -> group.elements().stream())
        .filter(each -> each.name().equals(name))
        .toList();
  }

  /** The page that a reader would open, best first. */
  private @Nullable String link() {
    Element original = entry.first("feedburner:origlink");
    if (original != null && Links.isWeb(original.ownText().strip())) {
      return original.ownText().strip();
    }
    String other = null;
    for (Element link : entry.elements()) {
      if (link.name().equals("link") && isAlternate(link)) {
        String address = address(link);
        if (address != null && isPage(link)) {
          return address;
        }
        other = other == null ? address : other;
      }
    }
    return other == null ? lastResort() : other;
  }

  private static boolean isAlternate(Element link) {
    String rel = link.attribute("rel");
    return rel == null || rel.isBlank() || rel.toLowerCase(Locale.ROOT).endsWith("alternate");
  }

  private static boolean isPage(Element link) {
    String type = link.attribute("type");
    return type == null || type.isBlank() || type.toLowerCase(Locale.ROOT).contains("html");
  }

  static @Nullable String address(Element link) {
    for (String key : List.of("href", "url", "uri", "rdf:resource")) {
      String value = link.attribute(key);
      if (value != null && !value.isBlank()) {
        return link.resolve(value);
      }
    }
    String text = link.ownText().strip();
    return text.isEmpty() ? null : link.resolve(text);
  }

  /**
   * A guid is a permalink unless it says otherwise; CDF and RDF name the page on the item itself.
   */
  private @Nullable String lastResort() {
    String href = entry.attribute("href");
    if (href != null) {
      return entry.resolve(href);
    }
    Element guid = entry.first("guid");
    String claim = guid == null ? null : guid.attribute("ispermalink");
    if (guid != null && "true".equals(claim)) {
      return guid.resolve(guid.ownText());
    }
    String id = id();
    return Links.isWeb(id) && !"false".equals(claim) ? id : null;
  }

  /** The people an entry or a feed names, without their mail addresses where there are names. */
  static String author(Element holder) {
    for (String name : AUTHORS) {
      String people =
          holder.elements().stream()
              .filter(each -> each.name().equals(name))
              .map(People::name)
              .filter(each -> !each.isEmpty())
              .distinct()
              .collect(Collectors.joining(", "));
      if (!people.isEmpty()) {
        return people;
      }
    }
    return "";
  }

  private @Nullable String language() {
    Element named = entry.first("dc:language");
    String language = named == null ? "" : named.ownText().strip();
    return language.isEmpty() ? entry.language() : language;
  }

  private @Nullable Instant date(List<String> names) {
    for (String name : names) {
      String written = written(name);
      Instant date = written == null ? null : FeedDates.parse(written);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable String written(String name) {
    Element element = entry.first(name);
    // CDF has it as an attribute
    return element == null ? entry.attribute(name) : element.ownText();
  }

  private @Nullable String oddDate() {
    for (String name : PUBLISHED) {
      String written = written(name);
      if (written != null && !written.isBlank()) {
        return written.strip();
      }
    }
    return null;
  }
}
