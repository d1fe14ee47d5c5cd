package earshot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.school.School;
import earshot.school.SchoolJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Schools found by name, id or alias. */
record SchoolsByName(Map<String, School> schools) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static SchoolsByName of(List<School> known) {
    Map<String, School> schools = new LinkedHashMap<>();
    known.forEach(school -> schools.putIfAbsent(key(school.name()), school));
    known.forEach(school -> schools.putIfAbsent(key(school.id()), school));
    for (School school : known) {
      school.aliases().forEach(alias -> schools.putIfAbsent(key(alias), school));
    }
    return new SchoolsByName(schools);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The school of that name; the only one there is when no name is given. */
  School find(String name) {
    School school = schools.get(key(name));
    if (school != null) {
      return school;
    }
    List<School> all = schools.values().stream().distinct().toList();
    if (name.isBlank() && all.size() == 1) {
      return all.get(0);
    }
    throw new IllegalArgumentException(
        name.isBlank() ? "the line has no \"school\"" : "no school is called \"" + name + "\"");
  }

  /** Reads a JSON array of {@code {"name","aliases":[],"places":[],"staff":[],"notes"}}. */
  static List<School> read(Path file) throws IOException {
    JsonNode list = JSON.readTree(file.toFile());
    if (!list.isArray()) {
      throw new IllegalArgumentException(
          file + " is not a JSON array of schools. Write [{\"name\":...,\"aliases\":[]}].");
    }
    List<School> schools = new ArrayList<>();
    for (JsonNode school : list) {
      if (school.path("name").asText("").isBlank()) {
        throw new IllegalArgumentException(
            file + ": school " + (schools.size() + 1) + " has no \"name\". Give it one.");
      }
      schools.add(SchoolJson.read(school));
    }
    return schools;
  }
}
