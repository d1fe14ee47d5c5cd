package earshot.alert.sources;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands, as far as a digest says it.
 *
 * @param name what people call the source
 * @param lastGood when it was last read, or null
 * @param failing whether it cannot be read at present
 */
public record Standing(String name, @Nullable Instant lastGood, boolean failing) {

  /** Knows how the sources of a school stand. */
  @FunctionalInterface
  public interface Of {
    List<Standing> school(String id);
  }
}
