package earshot.web;

import earshot.index.MentionIndex;
import earshot.index.MentionIndex.Order;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search as its address says it.
 *
 * @param written the query as typed
 * @param chosen for each facet the values that were ticked
 * @param page from 1
 */
record Asked(String written, Map<String, Set<String>> chosen, Order order, int page) {
  static final int SIZE = 20;
  private static final int LAST_PAGE = 500;
  private static final int MOST_VALUES = 30;
  private static final int LONGEST_VALUE = 200;
  private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

  Asked {
    chosen = Map.copyOf(chosen);
  }

  static Asked of(MultiValueMap<String, String> parameters) {
    Map<String, Set<String>> chosen = new LinkedHashMap<>();
    for (String facet : MentionIndex.FACETS) {
      Set<String> values =
          parameters.getOrDefault(facet, List.of()).stream()
              .filter(value -> isValue(facet, value))
              .limit(MOST_VALUES)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (!values.isEmpty()) {
        chosen.put(facet, values);
      }
    }
    String written = parameters.getFirst("q");
    String sort = parameters.getFirst("sort");
    return new Asked(
        written == null ? "" : written.strip(),
        chosen,
        "relevance".equals(sort) ? Order.BEST : Order.NEWEST,
        page(parameters.getFirst("page")));
  }

  private static boolean isValue(String facet, String written) {
    return facet.equals("month")
        ? written.matches(MONTH)
        : !written.isBlank() && written.length() <= LONGEST_VALUE;
  }

  private static int page(@Nullable String written) {
    return written != null && written.matches("[0-9]{1,4}")
        ? Math.clamp(Integer.parseInt(written), 1, LAST_PAGE)
        : 1;
  }

  int from() {
    return (page - 1) * SIZE;
  }

  public boolean best() {
    return order == Order.BEST;
  }

  boolean isChosen(String facet, String value) {
    return chosen.getOrDefault(facet, Set.of()).contains(value);
  }

  /** The address with a facet's value ticked or no longer ticked. */
  String toggled(String facet, String value) {
    Map<String, Set<String>> changed = new LinkedHashMap<>(chosen);
    Set<String> values = new LinkedHashSet<>(chosen.getOrDefault(facet, Set.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    changed.put(facet, values);
    return new Asked(written, changed, order, 1).address();
  }

  String onPage(int number) {
    return new Asked(written, chosen, order, number).address();
  }

  String sorted(Order by) {
    return new Asked(written, chosen, by, 1).address();
  }

  /** The address with nothing ticked. */
  public String bare() {
    return new Asked(written, Map.of(), order, 1).address();
  }

  String address() {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
    Map<String, Object> values = new LinkedHashMap<>();
    if (!written.isEmpty()) {
      address.queryParam("q", "{q}");
      values.put("q", written);
    }
    for (String facet : MentionIndex.FACETS) {
      int number = 0;
      for (String value : chosen.getOrDefault(facet, Set.of())) {
        String name = facet + number++;
        address.queryParam(facet, "{" + name + "}");
        values.put(name, value);
      }
    }
    if (best()) {
      address.queryParam("sort", "relevance");
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    // template variables are encoded strictly, '&' and '=' in a value included
    return address.encode().buildAndExpand(values).toUriString();
  }
}
