package earshot.source.feed;

import earshot.source.feed.markup.Links;
import earshot.source.feed.xml.Element;
import earshot.source.feed.xml.ElementText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a feed says of itself. */
final class FeedFacts {
  /** A feed of answers to one thing bears its title: {@code Comments on: Our new gates}. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "(?i)^\\s*(?:(?:comments?|replies|responses|answers|reviews?|discussion)\\s+(?:on|to|for|of)"
              + "|re:)\\b.*",
          Pattern.DOTALL);

  private String root = "";
  private String title = "";
  private @Nullable String link;
  private @Nullable String language;
  private String author = "";

  void root(String name) {
    root = name;
  }

  void title(String text) {
    title = title.isEmpty() ? text : title;
  }

  void link(@Nullable String address) {
    link = link == null ? address : link;
  }

  void language(@Nullable String tag) {
    language = language == null && tag != null && !tag.isBlank() ? tag.strip() : language;
  }

  void author(String name) {
    author = author.isEmpty() ? name : author;
  }

  /** One element that stands about the entries. */
  void accept(Element fact) {
    language(fact.language());
    switch (fact.name()) {
      case "title" -> title(title.isEmpty() ? ElementText.line(fact, !isAtom()) : "");
      case "link" -> {
        String rel = fact.attribute("rel");
        if (link == null && (rel == null || rel.equalsIgnoreCase("alternate"))) {
          link = XmlEntry.address(fact);
        }
      }
      case "language", "dc:language" -> language(fact.ownText());
      // RFC 4287 §4.1.1: an entry without an author has the feed's; RSS knows no such rule
      case "author" -> author(isAtom() ? People.name(fact) : "");
      case "channel" -> link(fact.attribute("href"));
      default -> {}
    }
  }

  /** Atom says what is HTML; in RSS one has to guess. */
  boolean isAtom() {
    return root.equals("feed") || root.equals("entry");
  }

  /** What relative links start from: Atom's from its own address, RSS's from its site's. */
  @Nullable String base(@Nullable String address) {
    String home = link == null ? null : Links.resolve(address, link);
    String site = Links.isWeb(home) ? home : null;
    String first = isAtom() ? address : site;
    String second = isAtom() ? site : address;
    return first == null ? second : first;
  }

  /** The thread that the items answer to, or "". */
  String context() {
    return ANSWERS.matcher(title).matches() ? title : "";
  }

  @Nullable String language() {
    return language;
  }

  String author() {
    return author;
  }
}
