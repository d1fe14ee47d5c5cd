package earshot.web;

import earshot.judge.Finding;
import earshot.web.door.Access;
import earshot.web.people.Audit;
import earshot.web.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One mention as it concerns one school; and the mask, lifted once for a reason that is logged. */
@Controller
class MentionPage {
  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 500;

  private final FindingsSeen findings;
  private final MentionFacts facts;
  private final Beside beside;
  private final VerdictsSaid verdicts;
  private final Audit audit;

  MentionPage(
      FindingsSeen findings,
      MentionFacts facts,
      Beside beside,
      VerdictsSaid verdicts,
      Audit audit) {
    this.findings = findings;
    this.facts = facts;
    this.beside = beside;
    this.verdicts = verdicts;
    this.audit = audit;
  }

  @GetMapping("/mentions/{id}")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String school,
      @RequestParam(defaultValue = "") String meanwhile,
      @RequestParam(defaultValue = "") String said,
      Model model) {
    Person reader = PageFacts.signedIn();
    Finding finding = findings.one(reader, id, school);
    model.addAttribute("meanwhile", !meanwhile.isEmpty());
    model.addAttribute("said", said);
    return show(finding, Shown.masked(finding, reader.role()), reader, model);
  }

  @PostMapping("/mentions/{id}/unmask")
  String unmask(
      @PathVariable long id,
      @RequestParam String school,
      @RequestParam String reason,
      HttpServletResponse response,
      Model model) {
    Person reader = PageFacts.signedIn();
    Finding finding = findings.one(reader, id, school);
    String given = reason.strip();
    Shown masked = Shown.masked(finding, reader.role());
    String problem = problem(given, masked);
    if (!problem.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("problem", problem);
      return show(finding, masked, reader, model);
    }
    audit.add(reader, "unmask", Audit.about("mention " + id, List.of(finding.school())), given);
    return show(finding, Shown.unmasked(finding, reader.role()), reader, model);
  }

  /** What is wrong with a reason, as a plain sentence; "" when nothing is. */
  private static String problem(String reason, Shown masked) {
    if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      return "Say in a few words why you need to see it (10 to 500 characters).";
    }
    return masked.isRepeatedIn(reason)
        ? "Say it without a word that is hidden here: the reason is kept for ever, and others read it."
        : "";
  }

  private String show(Finding finding, Shown shown, Person reader, Model model) {
    model.addAttribute("finding", finding);
    model.addAttribute("shown", shown);
    model.addAttribute("context", beside.context(finding, shown));
    model.addAttribute("facts", facts.of(finding, shown, findings.schools(reader)));
    model.addAttribute("verdicts", VerdictView.of(finding, verdicts.history(finding), shown));
    model.addAttribute("mayJudge", Access.mayDo(reader.role(), "/mentions/{id}/verdict"));
    model.addAttribute("mayTriage", Access.mayDo(reader.role(), "/mentions/{id}/state"));
    model.addAttribute("mayUnmask", Access.mayDo(reader.role(), "/mentions/{id}/unmask"));
    return "mention";
  }
}
