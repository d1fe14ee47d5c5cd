package earshot.source.feed.xml;

import earshot.source.feed.markup.Links;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an element and all within it.
 *
 * @param frame the prefixes declared so far, or null for none
 * @param base what relative addresses are relative to (xml:base), or null
 * @param language xml:lang, or null
 */
record Scope(@Nullable Frame frame, @Nullable String base, @Nullable String language) {
  static final Scope OUTERMOST = new Scope(null, null, null);

  /**
   * The prefixes that one element declares, by what {@link Namespaces} calls them, and those around
   * it. No feed nests more than a few, so that a bomb of declarations stays small.
   */
  private record Frame(Map<String, String> own, @Nullable Frame outer, int depth) {
    private static final int DEEPEST = 12;
    private static final int MOST = 64;

    @Nullable String room(String prefix) {
      for (Frame frame = this; frame != null; frame = frame.outer) {
        String room = frame.own.get(prefix);
        if (room != null) {
          return room;
        }
      }
      return null;
    }
  }

  /** The scope of a child with these attributes. */
  Scope within(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return this;
    }
    String ownBase = attributes.get("xml:base");
    String ownLanguage = attributes.get("xml:lang");
    return new Scope(
        declared(attributes),
        ownBase == null ? base : Links.resolve(base, ownBase),
        ownLanguage == null ? language : ownLanguage.isBlank() ? null : ownLanguage.strip());
  }

  private @Nullable Frame declared(Map<String, String> attributes) {
    int depth = frame == null ? 0 : frame.depth;
    Map<String, String> own = new HashMap<>(4);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        String prefix = name.length() > 6 ? name.substring(6) : "";
        own.put(prefix, Namespaces.room(prefix, attribute.getValue()));
      }
    }
    boolean fits = depth < Frame.DEEPEST && own.size() <= Frame.MOST;
    return own.isEmpty() || !fits ? frame : new Frame(own, frame, depth + 1);
  }

  /** A tag's name with the prefix that {@link Namespaces} knows it by: {@code dc:date}. */
  String canonical(String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = colon < 0 ? name : name.substring(colon + 1);
    String room = frame == null ? null : frame.room(prefix);
    if (room == null) {
      room = Namespaces.undeclared(prefix);
    }
    return room.isEmpty() ? local : room + ":" + local;
  }
}
