package earshot.web;

import earshot.web.door.Access;
import earshot.web.door.OpenSessions;
import earshot.web.door.Passwords;
import earshot.web.people.ApiTokens;
import earshot.web.people.Audit;
import earshot.web.people.People;
import earshot.web.people.Person;
import earshot.web.people.Tries;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: the password, open sessions, tokens for programs. */
@Controller
class AccountPage {
  private static final int LONGEST_NAME = 100;

  private final People people;
  private final ApiTokens tokens;
  private final OpenSessions sessions;
  private final Checks checks;

  AccountPage(People people, ApiTokens tokens, OpenSessions sessions, Checks checks) {
    this.people = people;
    this.tokens = tokens;
    this.sessions = sessions;
    this.checks = checks;
  }

  /** What stands between a wish to change a password and the change. */
  @org.springframework.stereotype.Component
  record Checks(Passwords passwords, Tries tries, Audit audit) {}

  @GetMapping("/account")
  String show(HttpServletRequest request, Model model) {
    Person person = PageFacts.signedIn();
    model.addAttribute("sessions", sessions.of(person));
    model.addAttribute(
        "current",
        sessions.current(request.getSession(false)).map(OpenSessions.Open::handle).orElse(""));
    model.addAttribute("tokens", tokens.of(person));
    model.addAttribute("mayToken", Access.mayOpen(person.role(), "/api/search"));
    return "account";
  }

  @PostMapping("/account/password")
  String password(
      @RequestParam String now,
      @RequestParam String password,
      HttpServletRequest request,
      Model model) {
    Person person = PageFacts.signedIn();
    String problem = problem(person, now, password);
    if (problem != null) {
      model.addAttribute("problem", problem);
      return show(request, model);
    }
    people.setPassword(person.id(), String.valueOf(checks.passwords().encode(password)));
    sessions.endAll(person.id());
    checks.audit().add(person, "set-password", Audit.about(person.email(), person.schools()), "");
    return "redirect:/sign-in?ready";
  }

  private @org.jspecify.annotations.Nullable String problem(
      Person person, String now, String wanted) {
    String account = "account " + person.email();
    if (checks.tries().begin(account).isPositive()) {
      return "There were too many wrong tries. Wait a minute and try again.";
    }
    if (!checks.passwords().matches(now, people.passwordHash(person.id()))) {
      return "That is not your current password.";
    }
    checks.tries().succeeded(account);
    return Passwords.problem(wanted, person.email());
  }

  /** Ends one session, or every one but this. */
  @PostMapping("/account/sessions")
  String end(@RequestParam(defaultValue = "") String handle, HttpServletRequest request) {
    Person person = PageFacts.signedIn();
    String current =
        sessions.current(request.getSession(false)).map(OpenSessions.Open::handle).orElse("");
    for (OpenSessions.Open open : sessions.of(person)) {
      if (handle.isEmpty() ? !open.handle().equals(current) : open.handle().equals(handle)) {
        sessions.end(person, open.handle());
      }
    }
    return "redirect:/account";
  }

  @PostMapping("/account/tokens")
  String makeToken(@RequestParam String name, HttpServletRequest request, Model model) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
      model.addAttribute("problem", "Give the token a name of 1 to 100 characters.");
    } else {
      try {
        model.addAttribute("token", tokens.make(PageFacts.signedIn(), wanted));
      } catch (IllegalArgumentException e) {
        model.addAttribute("problem", e.getMessage());
      }
    }
    return show(request, model);
  }

  @PostMapping("/account/tokens/{id}/revoke")
  String revoke(@PathVariable long id) {
    tokens.revoke(PageFacts.signedIn(), id);
    return "redirect:/account";
  }
}
