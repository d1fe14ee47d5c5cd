package earshot.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere to listen.
 *
 * @param id the name it has in files and in the store, such as {@code marlbeck-forum}
 * @param name what people call it
 * @param kind how it is read
 * @param start the addresses a poll begins with: one feed, one page, or a site's start pages
 * @param schools ids of the schools and trusts it is read for; {@code *} means all
 * @param every how often it is polled
 * @param platform the word of labels.md that mentions from here carry, such as {@code news}
 * @param site how far a site is followed; null for other kinds
 */
public record Source(
    String id,
    String name,
    Kind kind,
    List<URI> start,
    List<String> schools,
    Duration every,
    String platform,
    @Nullable Site site) {

  /** How a source is read. */
  public enum Kind {
    FEED,
    PAGE,
    SITE
  }

  /**
   * How far a site is followed.
   *
   * @param sitemaps sitemaps to read beside the start pages and those that robots.txt names
   * @param link only links that match this RE2 pattern are followed; null means every page of the
   *     same host
   * @param depth link steps from a start page, 0 to 2
   * @param pages fetched in one poll at the most, 1 to 50
   */
  public record Site(List<URI> sitemaps, @Nullable String link, int depth, int pages) {
    public static final int MOST_PAGES = 50;
    public static final int MOST_DEPTH = 2;

    public Site {
      sitemaps = List.copyOf(sitemaps);
      if (depth < 0 || depth > MOST_DEPTH || pages < 1 || pages > MOST_PAGES) {
        throw new IllegalArgumentException("depth is 0 to 2, pages 1 to 50");
      }
    }
  }

  public Source {
    start = List.copyOf(start);
    schools = List.copyOf(schools);
    if (id.isBlank() || start.isEmpty()) {
      throw new IllegalArgumentException("a source needs an id and an address");
    }
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a source is polled every second at the most");
    }
    if ((kind == Kind.SITE) != (site != null)) {
      throw new IllegalArgumentException("a site, and only a site, says how far it is followed");
    }
  }
}
