package earshot.web;

import earshot.index.MentionIndex.Count;
import earshot.index.MentionIndex.Order;
import earshot.index.MentionIndex.Request;
import earshot.index.MentionIndex.Result;
import earshot.query.Query;
import earshot.web.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much was said, and of what kind: all that a governing body sees. */
@Controller
class CountsPage {
  private static final List<String> COUNTED =
      List.of("month", "severity", "label", "target", "state", "school");

  private final WebParts parts;

  CountsPage(WebParts parts) {
    this.parts = parts;
  }

  /** One table of counts. */
  record Table(String title, List<Row> rows) {}

  /**
   * @param share of the largest row, 0 to 100
   */
  record Row(String name, long findings, long share) {}

  @GetMapping("/counts")
  String show(Model model) {
    Person reader = PageFacts.signedIn();
    Set<String> schools = reader.visible(parts.configuration().current().schools());
    Result result =
        parts
            .index()
            .search(new Request(new Query.All(), schools, Map.of(), Order.NEWEST, 0, 1, false));
    Names names = new Names(parts.configuration().current());
    List<Table> tables = new ArrayList<>();
    for (String facet : COUNTED) {
      List<Count> counts = result.facets().getOrDefault(facet, List.of());
      if (!counts.isEmpty() && !(facet.equals("school") && schools.size() < 2)) {
        tables.add(table(facet, counts, names));
      }
    }
    model.addAttribute("total", result.total());
    model.addAttribute("caution", result.caution());
    model.addAttribute("tables", tables);
    model.addAttribute("schools", schools.stream().map(names::school).sorted().toList());
    return "counts";
  }

  private static Table table(String facet, List<Count> counts, Names names) {
    long most = counts.stream().mapToLong(Count::findings).max().orElse(1);
    return new Table(
        Names.facet(facet),
        counts.stream()
            .sorted(FacetView.order(facet))
            .map(
                count ->
                    new Row(
                        names.value(facet, count.value()),
                        count.findings(),
                        Math.round(100.0 * count.findings() / Math.max(1, most))))
            .toList());
  }
}
