package earshot.school.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rosters of all schools, read when first asked for and again when imported anew. */
public final class Rosters {
  private static final Logger LOG = LoggerFactory.getLogger(Rosters.class);

  private record Known(FileTime changed, @Nullable Roster roster) {}

  private final Roster.Place place;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile @Nullable String trouble;

  public Rosters(Roster.Place place) {
    this.place = place;
  }

  /** A school's roster; null when it has none, or it cannot be read ({@link #check} says why). */
  public @Nullable Roster of(String school) {
    Path file = place.file(school);
    try {
      if (!Files.exists(file)) {
        return null;
      }
      FileTime changed = Files.getLastModifiedTime(file);
      Known now =
          known.compute(
              school,
              (id, before) ->
                  before != null && before.changed().equals(changed)
                      ? before
                      : new Known(changed, read(id)));
      return now.roster();
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable Roster read(String school) {
    try {
      Roster roster = Roster.open(place, school);
      trouble = null;
      return roster;
    } catch (IOException e) {
      trouble = e.getMessage() + ".";
      LOG.error("The roster of {} cannot be read: {}", school, e.getMessage());
      return null;
    }
  }

  /** A plain sentence when a roster cannot be read, null when all is well. */
  public @Nullable String check() {
    return trouble;
  }
}
