package earshot.listen;

import earshot.config.Problem;
import earshot.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration as it stands now. {@link #refresh} takes up what people changed; an edit that
 * cannot be used leaves the last good state in force and is told by {@link #problems}.
 */
public final class LiveConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(LiveConfiguration.class);

  private final Path folder;
  private final Map<String, String> environment;
  private volatile Configuration current;
  private volatile List<Problem> problems = List.of();
  private Map<Path, FileTime> seen;

  /**
   * @throws earshot.config.ConfigException with every problem, when it cannot be used at all
   */
  public LiveConfiguration(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.seen = files();
    Problems found = new Problems();
    this.current = Configuration.read(folder, this.environment, found);
    found.orThrow();
  }

  public Configuration current() {
    return current;
  }

  /** What is wrong with the newest edit; none when the newest edit is in force. */
  public List<Problem> problems() {
    return problems;
  }

  public Path folder() {
    return folder;
  }

  /** Reads the files again if one of them changed since the last look; says whether it did. */
  public synchronized boolean refresh() {
    Map<Path, FileTime> now = files();
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    Problems found = new Problems();
    try {
      Configuration read = Configuration.read(folder, environment, found);
      if (found.isEmpty()) {
        current = read;
      }
    } catch (RuntimeException e) {
      found.add(
          folder,
          0,
          "the configuration cannot be read: " + e.getMessage(),
          "Look at the newest edit");
    }
    problems = found.all();
    if (problems.isEmpty()) {
      LOG.info("Took up the changed configuration");
    } else {
      LOG.warn("The changed configuration has {} errors; the last good one stays", problems.size());
    }
    return true;
  }

  private Map<Path, FileTime> files() {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder, 3)) {
      for (Path path : walk.toList()) {
        if (Files.isRegularFile(path) && !path.getFileName().toString().startsWith(".")) {
          files.put(path, Files.getLastModifiedTime(path));
        }
      }
    } catch (IOException e) {
      LOG.debug("A file went away while the configuration was looked at");
    }
    return files;
  }
}
