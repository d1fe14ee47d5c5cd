package earshot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that a reader hears of it all at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(Path file, int line, String fact, String nextStep) {
    found.add(new Problem(file, line, fact, nextStep));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** Throws {@link ConfigException} when anything was found. */
  public void orThrow() {
    if (!found.isEmpty()) {
      throw new ConfigException(all());
    }
  }
}
