package earshot.web;

import earshot.web.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The step between our pages and a stranger's: shows where a link leads before it is followed. */
@Controller
class OriginalPage {
  private final FindingsSeen findings;

  OriginalPage(FindingsSeen findings) {
    this.findings = findings;
  }

  @GetMapping("/mentions/{id}/original")
  String show(@PathVariable long id, @RequestParam(defaultValue = "") String school, Model model) {
    Person reader = PageFacts.signedIn();
    Shown shown = Shown.masked(findings.one(reader, id, school), reader.role());
    String destination = shown.destination();
    if (destination == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("destination", destination);
    return "original";
  }
}
