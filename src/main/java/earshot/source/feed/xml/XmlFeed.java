package earshot.source.feed.xml;

import earshot.source.feed.markup.MarkupScanner;
import earshot.source.feed.markup.MarkupScanner.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through a feed in XML from its first tag to its last, well-formed or not, and hands over
 * each entry and each fact of the feed itself as a small tree. Nothing larger than one entry is
 * kept.
 */
public final class XmlFeed {
  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 20_000;
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

  /** They hold nothing of the names below, so that one of these means a forgotten end tag. */
  private static final Map<String, Set<String>> LEAVES = leaves();

  private final MarkupScanner scanner;
  private final Listener listener;
  private final List<Open> open = new ArrayList<>();
  private final Scope outermost;
  private Token token = Token.NONE;
  private boolean pending;
  private Kind kind = Kind.NOTHING;

  /** What a document turned out to be. */
  public enum Kind {
    NOTHING,
    WEB_PAGE,
    FEED
  }

  /** Hears what is found, in the order of the document. */
  public interface Listener {
    /** The outermost element that means a feed; before anything else. */
    void root(String name);

    /** An element about the feed itself. */
    void fact(Element element);

    /**
     * @param broken whether the document broke off within the entry
     */
    void entry(Element element, boolean broken);
  }

  private record Open(String name, Scope scope) {}

  private static Map<String, Set<String>> leaves() {
    Set<String> markup =
        Set.of("guid", "pubdate", "content:encoded", "dc:date", "dc:creator", "comments");
    Set<String> plain = new HashSet<>(markup);
    plain.addAll(Set.of("title", "link", "description", "author", "category"));
    Map<String, Set<String>> leaves = new HashMap<>();
    for (String name : List.of("description", "summary", "content:encoded")) {
      leaves.put(name, markup);
    }
    for (String name : List.of("title", "link", "guid", "id", "pubdate", "updated", "dc:date")) {
      leaves.put(name, plain);
    }
    return leaves;
  }

  public XmlFeed(String document, Listener listener) {
    this.scanner = MarkupScanner.xml(document);
    this.listener = listener;
    this.outermost = new Scope(Map.of(), null, null);
  }

  public Kind read() {
    token = scanner.next();
    while (token != Token.NONE && kind != Kind.WEB_PAGE) {
      switch (token) {
        case START -> start();
        case END -> close(open, scanner.name());
        case TEXT, NONE -> {}
      }
      if (pending) {
        pending = false; // what ended an entry by not belonging to it
      } else if (token != Token.NONE) {
        token = scanner.next();
      }
    }
    return kind;
  }

  private void start() {
    Scope scope = scope(open).within(scanner.attributes());
    String name = scope.canonical(scanner.name());
    boolean entry = ENTRIES.contains(name);
    if (kind == Kind.NOTHING) {
      kind = kind(name);
      if (kind == Kind.FEED) {
        listener.root(name);
      }
    }
    if (kind != Kind.FEED) {
      return;
    }
    if (entry || FACTS.contains(name)) {
      gather(name, scope, entry);
      return;
    }
    if (name.equals("channel")) {
      listener.fact(new Element(name, scanner.attributes(), scope));
    }
    if (!scanner.isEmpty() && open.size() < DEEPEST) {
      open.add(new Open(scanner.name(), scope));
    }
  }

  private static Kind kind(String name) {
    if (name.equals("html") || name.equals("xhtml:html")) {
      return Kind.WEB_PAGE;
    }
    return ROOTS.contains(name) || ENTRIES.contains(name) ? Kind.FEED : Kind.NOTHING;
  }

  private Scope scope(List<Open> stack) {
    return stack.isEmpty() ? outermost : stack.getLast().scope();
  }

  /** Takes in one element; on return the scanner stands on the last token that belonged to it. */
  private void gather(String name, Scope scope, boolean entry) {
    Gathering gathering = new Gathering(new Element(name, scanner.attributes(), scope));
    boolean broken = !scanner.isEmpty() && !gathering.run(scanner.name(), entry);
    if (entry) {
      listener.entry(gathering.top, broken);
    } else {
      listener.fact(gathering.top);
    }
    pending = gathering.beyond;
  }

  /** Ends the innermost element of that name and all within; false when there is none. */
  private static boolean close(List<Open> stack, String name) {
    for (int at = stack.size() - 1; at >= 0; at--) {
      if (stack.get(at).name().equals(name)) {
        stack.subList(at, stack.size()).clear();
        return true;
      }
    }
    return false;
  }

  /** Builds the tree of one element. */
  private final class Gathering {
    private final Element top;
    private final StringBuilder words = new StringBuilder();
    private final List<Element> path = new ArrayList<>();
    private final List<Open> names = new ArrayList<>();
    private int nodes;
    private boolean beyond;

    Gathering(Element top) {
      this.top = top;
    }

    /** False when the document ended first. */
    boolean run(String written, boolean entry) {
      push(written, top);
      while (!path.isEmpty()) {
        token = scanner.next();
        switch (token) {
          case NONE -> {
            flush();
            return false;
          }
          case TEXT -> words.append(scanner.text());
          case END -> end();
          case START -> child(entry);
        }
        if (beyond) {
          break;
        }
      }
      return true;
    }

    /** Texts are joined until a tag counts, so that a million stray brackets are one text. */
    private void flush() {
      if (!words.isEmpty()) {
        path.getLast().add(words.toString());
        words.setLength(0);
      }
    }

    private void end() {
      if (names.stream().anyMatch(inner -> inner.name().equals(scanner.name()))) {
        flush();
        close(names, scanner.name());
        path.subList(names.size(), path.size()).clear();
      } else {
        // the end of something around this means that its own was forgotten
        beyond = open.stream().anyMatch(outer -> outer.name().equals(scanner.name()));
        if (beyond) {
          flush();
        }
      }
    }

    private void child(boolean entry) {
      Scope scope = path.getLast().scope().within(scanner.attributes());
      String name = scope.canonical(scanner.name());
      if (ENTRIES.contains(name) && (path.size() == 1 || !entry)) {
        flush();
        beyond = true;
        return;
      }
      Set<String> siblings = LEAVES.getOrDefault(path.getLast().name(), Set.of());
      if (path.size() > 1 && siblings.contains(name)) {
        flush();
        names.removeLast();
        path.removeLast();
        scope = path.getLast().scope().within(scanner.attributes());
      }
      if (nodes++ < MOST_NODES) {
        flush();
        Element child = new Element(name, scanner.attributes(), scope);
        path.getLast().add(child);
        if (!scanner.isEmpty() && path.size() < DEEPEST) {
          push(scanner.name(), child);
        }
      }
    }

    private void push(String written, Element element) {
      names.add(new Open(written, element.scope()));
      path.add(element);
    }
  }
}
