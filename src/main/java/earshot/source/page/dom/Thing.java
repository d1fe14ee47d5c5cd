package earshot.source.page.dom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** One schema.org thing, wherever on the page it was stated. */
public record Thing(ObjectNode node) {

  /** Whether it is of one of these types, given without their vocabulary. */
  public boolean is(Set<String> types) {
    JsonNode type = node.path("@type");
    if (type.isTextual()) {
      return types.contains(local(type.asText()));
    }
    for (JsonNode each : type) {
      if (types.contains(local(each.asText()))) {
        return true;
      }
    }
    return false;
  }

  private static String local(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
  }

  /** The first of these properties that says something, as plain text; "" when none does. */
  public String text(String... names) {
    for (String name : names) {
      String value = plain(node.path(name));
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  /** The names of people or organisations behind a property, joined by commas. */
  public String names(String... properties) {
    for (String property : properties) {
      List<String> names = new ArrayList<>();
      JsonNode value = node.path(property);
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        String name = plain(each.isObject() ? each.path("name") : each).strip();
        if (!name.isBlank() && !name.startsWith("http") && !names.contains(name)) {
          names.add(name);
        }
      }
      if (!names.isEmpty()) {
        return String.join(", ", names);
      }
    }
    return "";
  }

  /** The things behind a property. */
  public List<Thing> things(String property) {
    List<Thing> things = new ArrayList<>();
    JsonNode value = node.path(property);
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      if (each instanceof ObjectNode object) {
        things.add(new Thing(object));
      }
    }
    return things;
  }

  /** An address: a string, or the {@code @id} or {@code url} of an object. */
  public @Nullable String address(String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      value = value.isArray() && !value.isEmpty() ? value.get(0) : value;
      value = value.isObject() ? value.path(value.has("@id") ? "@id" : "url") : value;
      if (value.isTextual() && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return null;
  }

  private static String plain(JsonNode value) {
    JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    if (first.isObject()) {
      first = first.has("@value") ? first.path("@value") : first.path("name");
    }
    if (!first.isValueNode() || first.isNull()) {
      return "";
    }
    String text = first.asText();
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0
        ? Plain.ofHtml(Jsoup.parse(text))
        : text;
  }
}
