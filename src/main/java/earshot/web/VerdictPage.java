package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.judge.Target;
import earshot.judge.verdict.Review;
import earshot.judge.verdict.Verdict;
import earshot.web.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says that a mention was judged wrong, and what is right. */
@Controller
class VerdictPage {
  private final FindingsSeen findings;
  private final Beside beside;
  private final VerdictsSaid verdicts;

  VerdictPage(FindingsSeen findings, Beside beside, VerdictsSaid verdicts) {
    this.findings = findings;
    this.beside = beside;
    this.verdicts = verdicts;
  }

  @GetMapping("/mentions/{id}/verdict")
  String ask(@PathVariable long id, @RequestParam(defaultValue = "") String school, Model model) {
    Person person = PageFacts.signedIn();
    Finding finding = findings.one(person, id, school);
    return form(finding, VerdictForm.of(finding, verdicts.last(finding)), model);
  }

  @PostMapping("/mentions/{id}/verdict")
  String answer(
      @PathVariable long id,
      @ModelAttribute("form") VerdictForm form,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    Person person = PageFacts.signedIn();
    Finding finding = findings.one(person, id, form.school());
    Review.Seen seen = new Review.Seen(id, form.version(), form.last());
    if (verdicts.isOvertaken(finding, seen)) {
      return back(finding, new Review.Outcome.Overtaken(), redirect);
    }
    if (form.isLook()) {
      model.addAttribute("ruling", form.answer(finding).ruling());
      return form(finding, form, model);
    }
    String problem = form.problem(finding, VerdictsSaid.mayLift(person));
    if (problem.isEmpty()) {
      Review.Outcome outcome =
          verdicts.say(
              person,
              finding,
              seen,
              new Review.Saying(
                  Verdict.Kind.WRONG, form.answer(finding), form.lines(), form.noteGiven()));
      if (!(outcome instanceof Review.Outcome.NotTheirs)) {
        return back(finding, outcome, redirect);
      }
      problem =
          "Only the Headteacher or the safeguarding lead can take away that a child can be worked"
              + " out or may be at risk: they can see what is hidden. Ask one of them.";
    }
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    model.addAttribute("problem", problem);
    return form(finding, form, model);
  }

  private String form(Finding finding, VerdictForm form, Model model) {
    Person person = PageFacts.signedIn();
    model.addAttribute("form", form);
    model.addAttribute("finding", finding);
    Shown shown = Shown.masked(finding, person.role());
    model.addAttribute("shown", shown);
    model.addAttribute("context", beside.context(finding, shown));
    model.addAttribute("labels", Label.values());
    model.addAttribute("targets", Target.values());
    model.addAttribute("mayLift", VerdictsSaid.mayLift(person));
    return "verdict";
  }

  /** To the mention, with word of what came of what was said. */
  static String back(Finding finding, Review.Outcome outcome, RedirectAttributes redirect) {
    redirect.addAttribute("id", finding.mention().id());
    redirect.addAttribute("school", finding.school());
    switch (outcome) {
      case Review.Outcome.Kept kept -> redirect.addAttribute("said", "yes");
      case Review.Outcome.Overtaken overtaken -> redirect.addAttribute("said", "overtaken");
      case Review.Outcome.NotTheirs notTheirs -> redirect.addAttribute("said", "not-yours");
    }
    return "redirect:/mentions/{id}";
  }
}
