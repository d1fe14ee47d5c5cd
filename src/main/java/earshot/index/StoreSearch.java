package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.query.Evaluator;
import earshot.query.Tokens;
import earshot.store.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Search without an index: reads the newest findings from the store one by one. Exact and slow; it
 * answers while the index is being rebuilt or held by another program, and says what it leaves out.
 */
public final class StoreSearch implements MentionIndex {
  static final int NEWEST = 5_000;
  private static final String REBUILDING =
      "The search index is being rebuilt. Until it is ready, only the newest "
          + NEWEST
          + " findings are searched.";
  private static final String HELD =
      "Earshot is running and holds the search index: only the newest %d findings were searched."
          + " Its search page finds the older ones, too.";

  private final Database database;
  private final int most;
  private final boolean rebuilding;
  private final Findings findings = new Findings();

  private StoreSearch(Database database, int most, boolean rebuilding) {
    this.database = database;
    this.most = most;
    this.rebuilding = rebuilding;
  }

  /** Stands in for an index that is not ready. */
  static StoreSearch standIn(Database database) {
    return new StoreSearch(database, NEWEST, true);
  }

  /** Beside a program that holds the index; it cautions when there are older findings. */
  public static StoreSearch beside(Database database) {
    return beside(database, NEWEST);
  }

  static StoreSearch beside(Database database, int most) {
    return new StoreSearch(database, most, false);
  }

  @Override
  public Result search(Request request) {
    List<Finding> newest = database.read(jdbc -> findings.newest(jdbc, most + 1));
    boolean older = newest.size() > most;
    List<Finding> matching = new ArrayList<>();
    for (Finding finding : older ? newest.subList(0, most) : newest) {
      if (isWanted(finding, request)) {
        matching.add(finding);
      }
    }
    matching.sort(
        Comparator.comparing((Finding finding) -> finding.mention().published())
            .reversed()
            .thenComparing(finding -> finding.mention().id()));
    List<Found> page =
        matching.stream()
            .skip(request.from())
            .limit(request.size())
            .map(finding -> found(finding, 1, request))
            .toList();
    return new Result(matching.size(), page, facets(matching), caution(older));
  }

  private @Nullable String caution(boolean older) {
    return rebuilding ? REBUILDING : older ? HELD.formatted(most) : null;
  }

  static Found found(Finding finding, double score, Request request) {
    Excerpts.Excerpt excerpt = Excerpts.of(finding, request.query(), request.pupilWords());
    return new Found(finding, score, excerpt.text(), excerpt.marks());
  }

  private static boolean isWanted(Finding finding, Request request) {
    FindingFacts facts = new FindingFacts(finding);
    boolean visible = request.schools().contains(finding.school());
    return visible
        && request.chosen().entrySet().stream()
            .allMatch(
                chosen ->
                    chosen.getValue().isEmpty()
                        || chosen.getValue().stream().anyMatch(v -> facts.has(chosen.getKey(), v)))
        && new Evaluator(tokens(finding, request.pupilWords()), facts).find(request.query())
            != null;
  }

  /** Without the words that identify a child, each of them leaving a gap that nothing matches. */
  private static Tokens tokens(Finding finding, boolean pupilWords) {
    Tokens tokens = Tokens.of(finding.searched());
    return pupilWords ? tokens : tokens.without(Words.noPupilWords(finding).negate());
  }

  private static Map<String, List<Count>> facets(List<Finding> matching) {
    Map<String, List<Count>> facets = new LinkedHashMap<>();
    for (String facet : FACETS) {
      Map<String, Long> counts = new TreeMap<>();
      for (Finding finding : matching) {
        new FindingFacts(finding).values(facet).forEach(v -> counts.merge(v, 1L, Long::sum));
      }
      facets.put(
          facet,
          counts.entrySet().stream()
              .map(entry -> new Count(entry.getKey(), entry.getValue()))
              .sorted(
                  Comparator.comparingLong(Count::findings).reversed().thenComparing(Count::value))
              .toList());
    }
    return facets;
  }

  @Override
  public int follow() {
    return 0;
  }

  @Override
  public @Nullable String check() {
    return rebuilding ? REBUILDING : null;
  }

  @Override
  public void close() {
    // the database is closed by whoever opened it
  }
}
