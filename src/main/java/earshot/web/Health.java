package earshot.web;

import earshot.config.Problem;
import earshot.listen.SourceState;
import earshot.listen.SourceStates;
import earshot.source.Source;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether each part of the house is well, in plain sentences. */
@Component
class Health {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final WebParts parts;
  private final SourceStates states = new SourceStates();
  private volatile @Nullable Seen seen;

  Health(WebParts parts) {
    this.parts = parts;
  }

  private record Seen(Instant at, List<String> warnings, boolean works) {}

  /**
   * How a part stands.
   *
   * @param problem a plain sentence; "" when all is well
   */
  record Standing(String part, String problem) {
    public boolean well() {
      return problem.isEmpty();
    }
  }

  /** Every part, looked at now. */
  List<Standing> standings() {
    List<Standing> standings = new ArrayList<>();
    standings.add(standing("Store", parts.database().check()));
    standings.add(standing("Search index", parts.index().check()));
    standings.add(standing("Configuration", configuration()));
    standings.add(standing("Sources", sources()));
    standings.add(standing("Disk", disk()));
    for (WebParts.Check check : parts.checks()) {
      standings.add(standing(check.name(), check.problem().get()));
    }
    return standings;
  }

  /** What must stand on top of every page. */
  List<String> warnings() {
    return seen().warnings();
  }

  /** Whether every part does its work, though there may be something to tell. */
  boolean works() {
    return seen().works();
  }

  /** Looked at every few seconds. */
  private Seen seen() {
    Seen known = seen;
    Instant now = parts.clock().instant();
    if (known != null && now.isBefore(known.at().plus(KEPT))) {
      return known;
    }
    List<String> warnings = new ArrayList<>();
    addIf(warnings, configuration());
    addIf(warnings, disk());
    boolean works = warnings.isEmpty();
    for (WebParts.Check check : parts.checks()) {
      String problem = check.problem().get();
      addIf(warnings, problem);
      works &= problem == null || check.works().getAsBoolean();
    }
    Seen fresh = new Seen(now, List.copyOf(warnings), works);
    seen = fresh;
    return fresh;
  }

  private static void addIf(List<String> warnings, @Nullable String problem) {
    if (problem != null) {
      warnings.add(problem);
    }
  }

  private static Standing standing(String part, @Nullable String problem) {
    return new Standing(part, Objects.requireNonNullElse(problem, ""));
  }

  private @Nullable String configuration() {
    List<Problem> problems = parts.configuration().problems();
    return problems.isEmpty()
        ? null
        : "The newest edit of the configuration has "
            + problems.size()
            + (problems.size() == 1 ? " error" : " errors")
            + " and is not in force; Earshot goes on with the one before.";
  }

  private @Nullable String sources() {
    Set<String> read =
        parts.configuration().current().sources().stream()
            .map(Source::id)
            .collect(Collectors.toSet());
    long failing =
        parts.database().read(states::all).stream()
            .filter(state -> read.contains(state.source()))
            .filter(SourceState::failing)
            .count();
    return failing == 0 ? null : failing + " of " + read.size() + " sources cannot be read now.";
  }

  private @Nullable String disk() {
    try {
      Path folder = Objects.requireNonNull(parts.database().file().toAbsolutePath().getParent());
      FileStore disk = Files.getFileStore(folder);
      boolean low = disk.getUsableSpace() < disk.getTotalSpace() / 10;
      return low
          ? "The disk is nearly full: "
              + disk.getUsableSpace() / 1_000_000
              + " MB are free. Make room before Earshot has to stop."
          : null;
    } catch (IOException e) {
      return "The disk that holds the data cannot be looked at.";
    }
  }
}
