package earshot.web;

import earshot.index.MentionIndex.Order;
import earshot.index.MentionIndex.Result;
import earshot.query.QuerySyntaxException;
import earshot.school.School;
import earshot.web.door.Access;
import earshot.web.people.Person;
import earshot.web.words.Visible;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The findings: searched, narrowed, sorted, paged. */
@Controller
class SearchPage {
  private final WebParts parts;
  private final Searching searching;

  SearchPage(WebParts parts, Searching searching) {
    this.parts = parts;
    this.searching = searching;
  }

  /** A query that was not understood: what stands before the fault, the fault, and after it. */
  record Fault(String sentence, String before, String at, String after) {
    static Fault of(String query, QuerySyntaxException cause) {
      int position = Math.min(cause.position(), query.length());
      int next = position == query.length() ? position : query.offsetByCodePoints(position, 1);
      return new Fault(
          "Character " + (cause.position() + 1) + ": " + cause.getMessage() + ".",
          Visible.of(query.substring(0, position)),
          position == query.length() ? " " : Visible.of(query.substring(position, next)),
          Visible.of(query.substring(next)));
    }
  }

  @GetMapping("/")
  String home() {
    return Access.mayOpen(PageFacts.signedIn().role(), "/search")
        ? "redirect:/search"
        : "redirect:/counts";
  }

  @GetMapping("/search")
  String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
    Person reader = PageFacts.signedIn();
    Asked asked = Asked.of(parameters);
    model.addAttribute("asked", asked);
    model.addAttribute("byDate", asked.sorted(Order.NEWEST));
    model.addAttribute("byFit", asked.sorted(Order.BEST));
    Set<String> schools = reader.visible(parts.configuration().current().schools());
    model.addAttribute("manySchools", schools.size() > 1);
    model.addAttribute("heading", heading(schools));
    try {
      show(searching.search(reader, asked), asked, reader, model);
    } catch (QuerySyntaxException e) {
      model.addAttribute("fault", Fault.of(asked.written(), e));
    }
    return "search";
  }

  private String heading(Set<String> schools) {
    return schools.size() == 1
        ? parts
            .configuration()
            .current()
            .schools()
            .byId(schools.iterator().next())
            .map(School::name)
            .orElse("your school")
        : schools.size() + " schools";
  }

  private void show(Result result, Asked asked, Person reader, Model model) {
    Names names = new Names(parts.configuration().current());
    model.addAttribute("total", result.total());
    model.addAttribute("caution", result.caution());
    model.addAttribute(
        "cards", result.found().stream().map(found -> Card.of(found, names, reader)).toList());
    model.addAttribute("facets", FacetView.of(result.facets(), asked, names));
    if (asked.page() > 1) {
      model.addAttribute("earlier", asked.onPage(asked.page() - 1));
    }
    if (asked.from() + result.found().size() < result.total() && !result.found().isEmpty()) {
      model.addAttribute("later", asked.onPage(asked.page() + 1));
    }
    model.addAttribute("first", asked.from() + 1);
    model.addAttribute("last", asked.from() + result.found().size());
  }
}
