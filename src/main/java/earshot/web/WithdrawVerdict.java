package earshot.web;

import earshot.judge.Finding;
import earshot.judge.verdict.Review;
import earshot.judge.verdict.Verdict;
import earshot.web.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back what was said of how a mention was judged; it stands again as the judge had it. */
@Controller
class WithdrawVerdict {
  private final FindingsSeen findings;
  private final VerdictsSaid verdicts;

  WithdrawVerdict(FindingsSeen findings, VerdictsSaid verdicts) {
    this.findings = findings;
    this.verdicts = verdicts;
  }

  /**
   * @param version the version that the page showed
   * @param last the last verdict that the page knew
   */
  @PostMapping("/mentions/{id}/verdict/withdraw")
  String withdraw(
      @PathVariable long id,
      @RequestParam String school,
      @RequestParam int version,
      @RequestParam long last,
      RedirectAttributes redirect) {
    Person person = PageFacts.signedIn();
    Finding finding = findings.one(person, id, school);
    Review.Seen seen = new Review.Seen(id, version, last);
    Review.Outcome outcome = verdicts.say(person, finding, seen, Verdict.Kind.WITHDRAWN);
    return VerdictPage.back(finding, outcome, redirect);
  }
}
