package earshot.web;

import earshot.listen.Configuration;
import earshot.school.School;
import earshot.watch.KeywordList;
import earshot.watch.Rule;
import earshot.web.words.Visible;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The keyword lists as they stand in {@code config/keywords}; they are edited there. */
@Controller
class ListsPage {
  private final WebParts parts;

  ListsPage(WebParts parts) {
    this.parts = parts;
  }

  /** One list. */
  record Listed(String name, boolean listens, List<String> schools, List<Line> rules) {}

  /** One rule and where it stands in its file. */
  record Line(int number, String rule) {}

  @GetMapping("/lists")
  String show(Model model) {
    Configuration configuration = parts.configuration().current();
    Set<String> visible = PageFacts.signedIn().visible(configuration.schools());
    model.addAttribute(
        "lists",
        configuration.lists().stream()
            .map(list -> listed(list, schools(list, configuration, visible)))
            .filter(list -> !list.schools().isEmpty())
            .toList());
    return "lists";
  }

  private static List<String> schools(
      KeywordList list, Configuration configuration, Set<String> visible) {
    return configuration.schools().meant(list.schools()).stream()
        .filter(school -> visible.contains(school.id()))
        .map(School::name)
        .map(Visible::of)
        .toList();
  }

  private static Listed listed(KeywordList list, List<String> schools) {
    return new Listed(
        Visible.of(list.name()),
        list.kind() == KeywordList.Kind.LISTEN,
        schools,
        list.rules().stream().map(ListsPage::line).toList());
  }

  private static Line line(Rule rule) {
    return new Line(rule.line(), Visible.of(rule.text()));
  }
}
