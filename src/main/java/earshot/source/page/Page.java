package earshot.source.page;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as a reader of sites needs it.
 *
 * @param canonical the address it names as its own, or null
 * @param noIndex whether it asks not to be indexed
 * @param needsScript whether it is an empty shell that only a script would fill
 * @param links addresses it links to that may be followed, in its order, without fragments
 */
public record Page(
    Extraction extraction,
    @Nullable URI canonical,
    boolean noIndex,
    boolean needsScript,
    List<URI> links) {
  public Page {
    links = List.copyOf(links);
  }

  /** A page that says nothing and leads nowhere. */
  static Page nothing(boolean truncated) {
    Extraction empty =
        new Extraction(Extraction.Kind.OTHER, "", "", null, null, "", List.of(), truncated);
    return new Page(empty, null, false, false, List.of());
  }
}
