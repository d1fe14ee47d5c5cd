package earshot.watch;

import java.util.List;

/**
 * What people want to hear of.
 *
 * @param name unique among the lists of a school; a school's list hides its trust's of the same
 *     name
 * @param kind whether a match keeps a text or drops it
 * @param schools ids of schools and trusts, or {@code *}
 */
public record KeywordList(String name, Kind kind, List<String> schools, List<Rule> rules) {

  /** What a match means. */
  public enum Kind {
    /** A text that matches is kept. */
    LISTEN,
    /** A text that matches is dropped for the school, whatever else it matches. */
    IGNORE
  }

  public KeywordList {
    schools = List.copyOf(schools);
    rules = List.copyOf(rules);
  }
}
