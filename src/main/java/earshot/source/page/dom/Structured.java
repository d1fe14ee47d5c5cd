package earshot.source.page.dom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page states about itself by schema.org: JSON-LD, microdata and RDFa Lite, all as {@link
 * Thing}s in the order in which they stand.
 */
public final class Structured {
  private static final int MOST = 4000;
  private static final int MOST_CHARS = 4 << 20;
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .build();

  private final List<Thing> things = new ArrayList<>();

  private Structured() {}

  public static List<Thing> of(Document page) {
    Structured found = new Structured();
    for (Element script : page.select("script[type~=(?i)^application/ld\\+json]")) {
      String data = script.data();
      if (data.length() <= MOST_CHARS) {
        JsonNode root = read(data);
        if (root != null) {
          found.flatten(root);
        }
      }
    }
    found.things.addAll(Microdata.of(page));
    return found.things;
  }

  private static @Nullable JsonNode read(String data) {
    String json = data.strip();
    int start = json.indexOf('{');
    int array = json.indexOf('[');
    start = array >= 0 && (array < start || start < 0) ? array : start;
    int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
    if (start < 0 || end <= start) {
      return null;
    }
    try {
      return MAPPER.readTree(json.substring(start, end + 1));
    } catch (JsonProcessingException broken) {
      return null;
    }
  }

  /** Every object with a type, outer before inner. */
  private void flatten(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && things.size() < MOST) {
      JsonNode node = open.poll();
      if (node instanceof ObjectNode object && object.has("@type")) {
        things.add(new Thing(object));
      }
      if (node.isContainerNode()) {
        node.forEach(open::add);
      }
    }
  }
}
