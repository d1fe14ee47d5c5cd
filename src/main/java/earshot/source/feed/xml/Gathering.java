package earshot.source.feed.xml;

import earshot.source.feed.markup.MarkupScanner;
import earshot.source.feed.markup.MarkupScanner.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the tree of one element, as deep and as large as is good for us, whatever it holds. */
final class Gathering {
  static final int DEEPEST = 100;
  private static final int MOST_NODES = 20_000;

  /** What cannot stand within each of these, so that it means a forgotten end tag. */
  private static final Map<String, Set<String>> LEAVES = leaves();

  private final MarkupScanner scanner;
  private final OpenTags<Scope> around;
  private final Element top;
  private final boolean entry;
  private final OpenTags<Element> path = new OpenTags<>();
  private final StringBuilder words = new StringBuilder();
  private int nodes;

  /** How the gathering ended. */
  enum End {
    /** With its own end tag. */
    CLOSED,
    /** With a tag that does not belong to it, and on which the scanner now stands. */
    BEYOND,
    /** With the document. */
    BROKEN
  }

  /**
   * @param top whose start tag the scanner stands on
   * @param around the tags that are open around it
   */
  Gathering(MarkupScanner scanner, OpenTags<Scope> around, Element top) {
    this.scanner = scanner;
    this.around = around;
    this.top = top;
    this.entry = XmlFeed.isEntry(top.name());
  }

  private static Map<String, Set<String>> leaves() {
    Set<String> markup =
        Set.of("guid", "pubdate", "content:encoded", "dc:date", "dc:creator", "comments");
    Set<String> plain = new HashSet<>(markup);
    plain.addAll(Set.of("title", "link", "description", "author", "category"));
    Map<String, Set<String>> leaves = new HashMap<>();
    for (String name : List.of("description", "summary", "content:encoded")) {
      leaves.put(name, markup);
    }
    for (String name :
        List.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "updated",
            "dc:date",
            "enclosure",
            "category",
            "comments",
            "media:thumbnail",
            "itunes:image")) {
      leaves.put(name, plain);
    }
    return leaves;
  }

  /** The token it ended with is the scanner's last. */
  End run() {
    path.push(scanner.name(), top);
    while (path.depth() > 0) {
      Token token = scanner.next();
      boolean mine =
          switch (token) {
            case TEXT -> text();
            case START -> start();
            case END -> end();
            case NONE -> false;
          };
      if (!mine) {
        flush();
        return token == Token.NONE ? End.BROKEN : End.BEYOND;
      }
    }
    return End.CLOSED;
  }

  /** Texts are joined until a tag counts, so that a million stray brackets are one text. */
  private boolean text() {
    words.append(scanner.text());
    return true;
  }

  private void flush() {
    if (!words.isEmpty()) {
      path.innermost().add(words.toString());
      words.setLength(0);
    }
  }

  private boolean end() {
    String name = scanner.name();
    if (path.holds(name)) {
      flush();
      path.close(name);
      return true;
    }
    // the end of something around this means that its own was forgotten
    return !around.holds(name);
  }

  private boolean start() {
    Scope scope = path.innermost().scope().within(scanner.attributes());
    String name = scope.canonical(scanner.name());
    if (XmlFeed.isEntry(name) && (path.depth() == 1 || !entry)) {
      return false;
    }
    if (path.depth() > 1 && LEAVES.getOrDefault(path.innermost().name(), Set.of()).contains(name)) {
      flush();
      path.closeInnermost();
      scope = path.innermost().scope().within(scanner.attributes());
    }
    if (nodes++ < MOST_NODES) {
      flush();
      Element child = new Element(name, scanner.attributes(), scope);
      path.innermost().add(child);
      if (!scanner.isEmpty() && path.depth() < DEEPEST) {
        path.push(scanner.name(), child);
      }
    }
    return true;
  }
}
