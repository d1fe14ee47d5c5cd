package earshot.web;

import earshot.web.people.People;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; Spring Security takes what it posts. */
@Controller
class SignInPage {
  /** What may have brought somebody here, each with a sentence of its own on the page. */
  private static final List<String> NOTICES = List.of("refused", "out", "ended", "ready");

  private static final int LONGEST_WAIT = 3_600;

  private final People people;

  SignInPage(People people) {
    this.people = people;
  }

  @GetMapping("/sign-in")
  String show(@RequestParam Map<String, String> asked, Model model) {
    if (PageFacts.person() != null) {
      return "redirect:/";
    }
    model.addAttribute("nobody", people.isEmpty());
    for (String notice : NOTICES) {
      model.addAttribute(notice, asked.containsKey(notice));
    }
    String wait = asked.getOrDefault("wait", "");
    if (wait.matches("[0-9]{1,4}")) {
      model.addAttribute("wait", Math.min(Integer.parseInt(wait), LONGEST_WAIT));
    }
    return "sign-in";
  }
}
