package earshot.web;

import earshot.index.MentionIndex;
import earshot.index.MentionIndex.Count;
import earshot.judge.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What results can be narrowed by, each value a link that ticks it or no longer ticks it. */
record FacetView(String name, String title, List<Value> values, boolean open) {
  private static final int MOST = 12;

  /** One value. */
  record Value(String name, long findings, boolean chosen, String address) {}

  static List<FacetView> of(Map<String, List<Count>> facets, Asked asked, Names names) {
    List<FacetView> views = new ArrayList<>();
    for (String facet : MentionIndex.FACETS) {
      List<Value> values = values(facet, facets.getOrDefault(facet, List.of()), asked, names);
      boolean chosen = values.stream().anyMatch(Value::chosen);
      // one value that cannot be chosen away tells nothing
      if (values.size() > 1 || chosen) {
        views.add(new FacetView(facet, Names.facet(facet), values, chosen));
      }
    }
    return views;
  }

  private static List<Value> values(String facet, List<Count> counts, Asked asked, Names names) {
    List<Count> all = new ArrayList<>(counts);
    Set<String> counted = counts.stream().map(Count::value).collect(Collectors.toSet());
    asked.chosen().getOrDefault(facet, Set.of()).stream()
        .filter(value -> !counted.contains(value))
        .forEach(value -> all.add(new Count(value, 0)));
    return all.stream()
        .sorted(order(facet))
        .filter(new Kept(facet, asked))
        .map(
            count ->
                new Value(
                    names.value(facet, count.value()),
                    count.findings(),
                    asked.isChosen(facet, count.value()),
                    asked.toggled(facet, count.value())))
        .toList();
  }

  static Comparator<Count> order(String facet) {
    return switch (facet) {
      case "severity" -> Comparator.comparingInt(FacetView::mildness);
      case "month" -> Comparator.comparing(Count::value).reversed();
      default -> Comparator.comparingLong(Count::findings).reversed();
    };
  }

  private static int mildness(Count count) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(count.value())) {
        return -severity.ordinal();
      }
    }
    return 1;
  }

  /** The first dozen, and every one that is ticked. */
  private static final class Kept implements java.util.function.Predicate<Count> {
    private final String facet;
    private final Asked asked;
    private int seen;

    Kept(String facet, Asked asked) {
      this.facet = facet;
      this.asked = asked;
    }

    @Override
    public boolean test(Count count) {
      return seen++ < MOST || asked.isChosen(facet, count.value());
    }
  }
}
