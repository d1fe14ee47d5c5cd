package earshot.school;

import earshot.config.Problems;
import earshot.config.Yaml;
import earshot.config.YamlMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code config/policy.yaml}: what the school's own social-media policy says, by the ids C1 to C14,
 * so that an alert can name the clause it touches.
 */
public record Policy(Map<String, String> clauses) {
  private static final int CLAUSES = 14;

  public Policy {
    clauses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
  }

  /** Reads the file; a clause that is left out is simply not cited. */
  public static Policy read(Path file, Problems problems) {
    YamlMap map = Yaml.read(file, problems);
    YamlMap written = map.map("clauses");
    Map<String, String> clauses = new LinkedHashMap<>();
    for (int number = 1; number <= CLAUSES; number++) {
      String id = "C" + number;
      if (written.has(id)) {
        clauses.put(id, written.text(id));
      }
    }
    written.finish();
    map.finish();
    return new Policy(clauses);
  }

  /** The clause as the school words it; "" when its policy has none. */
  public String clause(String id) {
    return clauses.getOrDefault(id, "");
  }
}
