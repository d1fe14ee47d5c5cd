package earshot.source.page.dom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Microdata and RDFa Lite as the objects that JSON-LD would give, in one walk. */
final class Microdata implements NodeVisitor {
  private static final int MOST_TEXT = 200_000;

  private record Open(Element element, ObjectNode node) {}

  private final List<Thing> things = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private Microdata() {}

  static List<Thing> of(Document page) {
    Microdata walk = new Microdata();
    page.traverse(walk);
    return walk.things;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element) || element.attributesSize() == 0) {
      return;
    }
    String property = element.attr(element.hasAttr("itemprop") ? "itemprop" : "property").strip();
    String type = type(element);
    JsonNode value = null;
    if (type != null) {
      ObjectNode thing = Structured.MAPPER.createObjectNode();
      thing.put("@type", type);
      value = thing;
    }
    Open owner = open.peek();
    if (!property.isEmpty() && owner != null) {
      value = value == null ? TextNode.valueOf(value(element)) : value;
      for (String name : property.split("\\s+")) {
        add(owner.node(), name.substring(name.lastIndexOf(':') + 1), value);
      }
    }
    if (value instanceof ObjectNode thing) {
      things.add(new Thing(thing));
      open.push(new Open(element, thing));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!open.isEmpty() && open.getFirst().element() == node) {
      open.pop();
    }
  }

  private static @Nullable String type(Element element) {
    if (element.hasAttr("itemscope")) {
      return element.attr("itemtype").strip();
    }
    String type = element.attr("typeof").strip();
    return type.isEmpty() ? null : type;
  }

  /** HTML Standard §5.2.4, with {@code content} believed on every element, as its users do. */
  private static String value(Element element) {
    for (String attribute : List.of("content", "datetime")) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return switch (element.normalName()) {
      case "a", "area", "link" -> named(element) ? element.text() : element.absUrl("href");
      case "img", "audio", "embed", "iframe", "source", "track", "video" -> element.absUrl("src");
      default -> {
        String text = Plain.ofHtml(element);
        yield text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
      }
    };
  }

  /** Many pages mark the linked name of an author, not its address. */
  private static boolean named(Element element) {
    String property = element.attr("itemprop");
    return (property.contains("author") || property.contains("name")) && element.hasText();
  }

  private static void add(ObjectNode owner, String name, JsonNode value) {
    JsonNode known = owner.get(name);
    if (known == null) {
      owner.set(name, value);
    } else if (known instanceof ArrayNode many) {
      many.add(value);
    } else {
      owner.putArray(name).add(known).add(value);
    }
  }
}
