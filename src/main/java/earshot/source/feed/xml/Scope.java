package earshot.source.feed.xml;

import earshot.source.feed.markup.Links;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an element and all within it.
 *
 * @param prefixes the room of each declared prefix, as {@link Namespaces} names it
 * @param base what relative addresses are relative to (xml:base), or null
 * @param language xml:lang, or null
 */
record Scope(Map<String, String> prefixes, @Nullable String base, @Nullable String language) {
  private static final int MOST_PREFIXES = 100;

  /** The scope of a child with these attributes. */
  Scope within(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return this;
    }
    String ownBase = attributes.get("xml:base");
    String ownLanguage = attributes.get("xml:lang");
    Map<String, String> own = declared(attributes);
    if (ownBase == null && ownLanguage == null && own == prefixes) {
      return this;
    }
    return new Scope(
        own,
        ownBase == null ? base : Links.resolve(base, ownBase),
        ownLanguage == null ? language : ownLanguage.isBlank() ? null : ownLanguage.strip());
  }

  private Map<String, String> declared(Map<String, String> attributes) {
    Map<String, String> own = prefixes;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      if (name.equals("xmlns") || name.startsWith("xmlns:")) {
        if (own == prefixes) {
          own = new HashMap<>(prefixes);
        }
        if (own.size() < MOST_PREFIXES) {
          String prefix = name.length() > 6 ? name.substring(6) : "";
          own.put(prefix, Namespaces.room(prefix, attribute.getValue()));
        }
      }
    }
    return own;
  }

  /** A tag's name with the prefix that {@link Namespaces} knows it by: {@code dc:date}. */
  String canonical(String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = colon < 0 ? name : name.substring(colon + 1);
    String room = prefixes.get(prefix);
    if (room == null) {
      room = Namespaces.undeclared(prefix);
    }
    return room.isEmpty() ? local : room + ":" + local;
  }
}
