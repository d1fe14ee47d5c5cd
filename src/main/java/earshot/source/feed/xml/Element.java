package earshot.source.feed.xml;

import earshot.source.feed.markup.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a feed with what stands in it: texts and elements, in order. */
public final class Element {
  private final String name;
  private final Map<String, String> attributes;
  private final Scope scope;
  private final List<Object> children = new ArrayList<>(2);

  /**
   * @param name as {@link Namespaces} has it, {@code pubdate} or {@code dc:date}
   * @param scope that of the element itself
   */
  Element(String name, Map<String, String> attributes, Scope scope) {
    this.name = name;
    this.attributes = attributes;
    this.scope = scope;
  }

  public String name() {
    return name;
  }

  Scope scope() {
    return scope;
  }

  /** xml:lang, or null. */
  public @Nullable String language() {
    return scope.language();
  }

  /** An address that stands in it, by its xml:base where it has one. */
  public String resolve(String link) {
    return Links.resolve(scope.base(), link);
  }

  public @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  /** An attribute of any vocabulary, by the last part of its name. */
  public @Nullable String attributeEnding(String local) {
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (attribute.getKey().endsWith(":" + local) || attribute.getKey().equals(local)) {
        return attribute.getValue();
      }
    }
    return null;
  }

  void add(Object child) {
    children.add(child);
  }

  /** Strings and elements. */
  List<Object> children() {
    return children;
  }

  public List<Element> elements() {
    return children.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  boolean hasElements() {
    return children.stream().anyMatch(Element.class::isInstance);
  }

  public @Nullable Element first(String wanted) {
    for (Object child : children) {
      if (child instanceof Element element && element.name.equals(wanted)) {
        return element;
      }
    }
    return null;
  }

  /** Its own texts, joined, not those of its elements. */
  public String ownText() {
    if (children.size() == 1 && children.getFirst() instanceof String only) {
      return only;
    }
    StringBuilder text = new StringBuilder();
    for (Object child : children) {
      if (child instanceof String part) {
        text.append(part);
      }
    }
    return text.toString();
  }
}
