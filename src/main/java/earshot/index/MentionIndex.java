package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Span;
import earshot.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Search over findings. Every implementation passes {@code MentionIndexContract}. */
public interface MentionIndex extends AutoCloseable {

  /** What findings can be counted and narrowed by, in the order in which they are shown. */
  List<String> FACETS =
      List.of("severity", "label", "target", "state", "source", "school", "month");

  /** Results on one page at the most. */
  int MOST_SIZE = 100;

  /** In which order findings come. */
  enum Order {
    NEWEST,
    BEST
  }

  /**
   * What is searched for, and by whom.
   *
   * @param schools ids of the schools that the reader may see; nothing of others is found or
   *     counted
   * @param chosen for each facet the values of which a finding must have one
   * @param from how many results to pass over
   * @param size results wanted, 1 to 100
   * @param pupilWords whether the words that identify a child may be searched and shown; false for
   *     everybody but those who look after children's safety
   */
  record Request(
      Query query,
      Set<String> schools,
      Map<String, Set<String>> chosen,
      Order order,
      int from,
      int size,
      boolean pupilWords) {
    public Request {
      schools = Set.copyOf(schools);
      chosen = Map.copyOf(chosen);
      if (from < 0 || size < 1 || size > MOST_SIZE) {
        throw new IllegalArgumentException("a page holds 1 to " + MOST_SIZE + " results");
      }
    }
  }

  /**
   * A result.
   *
   * @param score how well it fits; 1 where findings are not ranked
   * @param excerpt the words around the best match, pupils' words hidden unless asked for
   * @param marks the words in the excerpt that matched
   */
  record Found(Finding finding, double score, String excerpt, List<Span> marks) {
    public Found {
      marks = List.copyOf(marks);
    }
  }

  /** How many findings have a value. */
  record Count(String value, long findings) {}

  /**
   * One page of results.
   *
   * @param total findings in all
   * @param facets for each of {@link #FACETS} its values, the most frequent first
   * @param caution what the reader must know, such as that the index is being rebuilt; or null
   */
  record Result(
      long total, List<Found> found, Map<String, List<Count>> facets, @Nullable String caution) {
    public Result {
      found = List.copyOf(found);
      facets = Map.copyOf(facets);
    }
  }

  Result search(Request request);

  /** Takes in what changed in the store since the last time; returns how many changes. */
  int follow();

  /** A plain sentence when something is wrong, null when all is well. */
  @Nullable String check();

  @Override
  void close();
}
