package earshot.web;

import earshot.school.Role;
import earshot.web.door.Passwords;
import earshot.web.door.SignIn;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.OneTimeLink.Purpose;
import earshot.web.people.People;
import earshot.web.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What one-time links lead to. Looking does not use a link up; sending the form does. */
@Controller
class OneTimeLinks {
  private final People people;
  private final Links links;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Audit audit;

  OneTimeLinks(People people, Links links, Passwords passwords, SignIn signIn, Audit audit) {
    this.people = people;
    this.links = links;
    this.passwords = passwords;
    this.signIn = signIn;
    this.audit = audit;
  }

  @GetMapping("/first/{token}")
  String first(@PathVariable String token, Model model) {
    return links.firstWorks(token) ? form(model, null, "", "") : spent(model);
  }

  @PostMapping("/first/{token}")
  String makeFirst(
      @PathVariable String token,
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      Model model) {
    if (!links.firstWorks(token)) {
      return spent(model);
    }
    People.NewPerson wanted;
    try {
      wanted = new People.NewPerson(name, email, Role.ADMINISTRATOR, List.of("*"));
    } catch (IllegalArgumentException e) {
      return form(model, e.getMessage(), name, email);
    }
    String problem = Passwords.problem(password, wanted.email());
    if (problem != null) {
      return form(model, problem, name, email);
    }
    if (!links.useFirst(token)) {
      return spent(model);
    }
    Person made = people.add(wanted);
    people.setPassword(made.id(), hash(password));
    audit.add(made, "first-administrator", Audit.about(made.email(), made.schools()), "");
    return "redirect:/sign-in?ready";
  }

  @GetMapping("/welcome/{token}")
  String welcome(@PathVariable String token, Model model) {
    Optional<Person> whose = links.whose(Purpose.PASSWORD, token);
    return whose.isPresent() ? form(model, whose.get(), null) : spent(model);
  }

  @PostMapping("/welcome/{token}")
  String setPassword(@PathVariable String token, @RequestParam String password, Model model) {
    Optional<Person> whose = links.whose(Purpose.PASSWORD, token);
    if (whose.isEmpty()) {
      return spent(model);
    }
    String problem = Passwords.problem(password, whose.get().email());
    if (problem != null) {
      return form(model, whose.get(), problem);
    }
    if (links.use(Purpose.PASSWORD, token).isEmpty()) {
      return spent(model);
    }
    people.setPassword(whose.get().id(), hash(password));
    audit.add(
        whose.get(),
        "set-password",
        Audit.about(whose.get().email(), whose.get().schools()),
        "by one-time link");
    return "redirect:/sign-in?ready";
  }

  /** Signs in at once. A browser that fetches ahead must not use the link up. */
  @GetMapping("/enter/{token}")
  String enter(
      @PathVariable String token,
      @RequestHeader(name = "Sec-Purpose", defaultValue = "") String purpose,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (purpose.contains("prefetch")) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return spent(model);
    }
    Optional<Person> person = links.use(Purpose.SIGN_IN, token);
    if (person.isEmpty()) {
      return spent(model);
    }
    signIn.letIn(person.get(), request, response);
    return "redirect:/";
  }

  private String hash(String password) {
    return String.valueOf(passwords.encode(password));
  }

  private static String spent(Model model) {
    model.addAttribute("title", "This link no longer works");
    model.addAttribute(
        "sentence",
        "A link works once, for 30 minutes. Ask your administrator for a new one; whoever runs"
            + " Earshot makes one with: earshot user reset-link E-MAIL");
    return "error";
  }

  private static String form(Model model, @Nullable String problem, String name, String email) {
    model.addAttribute("first", true);
    model.addAttribute("name", name);
    model.addAttribute("email", email);
    model.addAttribute("problem", problem);
    return "set-password";
  }

  private static String form(Model model, Person person, @Nullable String problem) {
    model.addAttribute("first", false);
    model.addAttribute("name", person.name());
    model.addAttribute("email", person.email());
    model.addAttribute("problem", problem);
    return "set-password";
  }
}
