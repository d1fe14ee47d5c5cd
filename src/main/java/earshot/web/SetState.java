package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.web.people.Person;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a finding on in triage; of two who do it at once, the second is told. */
@Controller
class SetState {
  private static final Set<String> STATES = Set.of(Finding.NEW, "seen", "done");

  private final WebParts parts;
  private final FindingsSeen seen;
  private final Findings findings = new Findings();

  SetState(WebParts parts, FindingsSeen seen) {
    this.parts = parts;
    this.seen = seen;
  }

  /**
   * @param from the state that the page showed
   */
  @PostMapping("/mentions/{id}/state")
  String set(
      @PathVariable long id,
      @RequestParam String school,
      @RequestParam String from,
      @RequestParam String state,
      RedirectAttributes redirect) {
    if (!STATES.contains(state)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Person reader = PageFacts.signedIn();
    String meant = seen.one(reader, id, school).school();
    boolean done =
        parts
            .database()
            .write(
                transaction -> {
                  boolean unchanged =
                      findings
                          .one(transaction, id, meant)
                          .filter(finding -> finding.state().equals(from))
                          .isPresent();
                  if (unchanged) {
                    findings.setState(transaction, id, meant, state);
                  }
                  return unchanged;
                });
    redirect.addAttribute("id", id);
    redirect.addAttribute("school", meant);
    if (!done) {
      redirect.addAttribute("meanwhile", "yes");
    }
    return "redirect:/mentions/{id}";
  }
}
