package earshot.web;

import earshot.web.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; Spring Security takes what it posts. */
@Controller
class SignInPage {
  private static final int LONGEST_WAIT = 3_600;

  private final People people;

  SignInPage(People people) {
    this.people = people;
  }

  @GetMapping("/sign-in")
  String show(
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String wait,
      @RequestParam(required = false) @Nullable String out,
      @RequestParam(required = false) @Nullable String ended,
      @RequestParam(required = false) @Nullable String ready,
      Model model) {
    if (PageFacts.person() != null) {
      return "redirect:/";
    }
    model.addAttribute("nobody", people.isEmpty());
    model.addAttribute("refused", refused != null);
    model.addAttribute("out", out != null);
    model.addAttribute("ended", ended != null);
    model.addAttribute("ready", ready != null);
    if (wait != null && wait.matches("[0-9]{1,4}")) {
      model.addAttribute("wait", Math.min(Integer.parseInt(wait), LONGEST_WAIT));
    }
    return "sign-in";
  }
}
