package earshot.school;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A school as JSON: {@code {"name","aliases":[],"places":[],"staff":[],"notes"}}. */
public final class SchoolJson {
  private SchoolJson() {}

  public static School read(JsonNode json) {
    return School.named(
        json.path("name").asText(""),
        strings(json.path("aliases")),
        strings(json.path("places")),
        strings(json.path("staff")),
        json.path("notes").asText(""));
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
