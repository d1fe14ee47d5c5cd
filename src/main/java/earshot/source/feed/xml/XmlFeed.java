package earshot.source.feed.xml;

import earshot.source.feed.markup.MarkupScanner;
import earshot.source.feed.markup.MarkupScanner.Token;
import java.util.Set;

/**
 * Walks through a feed in XML from its first tag to its last, well-formed or not, and hands over
 * each entry and each fact of the feed itself as a small tree. Nothing larger than one entry is
 * kept.
 */
public final class XmlFeed {
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf", "channel", "rdf");

  /** Facts about the feed; their own titles and links must not be taken for the feed's. */
  private static final Set<String> FACTS =
      Set.of(
          "title",
          "link",
          "language",
          "dc:language",
          "author",
          "id",
          "image",
          "textinput",
          "description",
          "subtitle",
          "tagline",
          "logo",
          "icon",
          "generator",
          "itunes:owner",
          "itunes:author",
          "dc:creator",
          "dc:title",
          "category",
          "itunes:category",
          "cloud");

  private final MarkupScanner scanner;
  private final Listener listener;
  private final OpenTags<Scope> open = new OpenTags<>();
  private Kind kind = Kind.NOTHING;
  private Next next = Next.SCAN;

  /** What a document turned out to be. */
  public enum Kind {
    NOTHING,
    WEB_PAGE,
    FEED
  }

  private enum Next {
    SCAN,
    /** The last token ended an element that it did not belong to, and is still to be dealt with. */
    AGAIN,
    STOP
  }

  /** Hears what is found, in the order of the document. */
  public interface Listener {
    /** The outermost element that means a feed; before anything else. */
    void root(String name);

    /** An element about the feed itself. */
    void fact(Element element);

    /**
     * @param broken whether the document broke off within the entry
     * @return whether to go on
     */
    boolean entry(Element element, boolean broken);
  }

  public XmlFeed(String document, Listener listener) {
    this.scanner = MarkupScanner.xml(document);
    this.listener = listener;
    open.push("", Scope.OUTERMOST);
  }

  static boolean isEntry(String name) {
    return ENTRIES.contains(name);
  }

  public Kind read() {
    Token token = scanner.next();
    while (token != Token.NONE && next != Next.STOP) {
      next = Next.SCAN;
      switch (token) {
        case START -> start();
        case END -> open.close(scanner.name());
        case TEXT, NONE -> {}
      }
      token = next == Next.AGAIN ? scanner.token() : scanner.next();
    }
    return kind;
  }

  private void start() {
    Scope scope = open.innermost().within(scanner.attributes());
    String name = scope.canonical(scanner.name());
    if (kind == Kind.NOTHING) {
      recognise(name);
    }
    if (kind == Kind.FEED && (isEntry(name) || FACTS.contains(name))) {
      gather(new Element(name, scanner.attributes(), scope));
      return;
    }
    if (name.equals("channel")) {
      listener.fact(new Element(name, scanner.attributes(), scope));
    }
    if (!scanner.isEmpty() && open.depth() < Gathering.DEEPEST) {
      open.push(scanner.name(), scope);
    }
  }

  private void recognise(String name) {
    if (ROOTS.contains(name) || isEntry(name)) {
      kind = Kind.FEED;
      listener.root(name);
    } else if (name.equals("html") || name.equals("xhtml:html")) {
      kind = Kind.WEB_PAGE;
      next = Next.STOP;
    }
  }

  private void gather(Element element) {
    Gathering.End end = Gathering.End.CLOSED;
    if (!scanner.isEmpty()) {
      end = new Gathering(scanner, open, element).run();
    }
    if (end == Gathering.End.BEYOND) {
      next = Next.AGAIN;
    }
    if (!isEntry(element.name())) {
      listener.fact(element);
    } else if (!listener.entry(element, end == Gathering.End.BROKEN)) {
      next = Next.STOP;
    }
  }
}
