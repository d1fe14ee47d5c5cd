package earshot.web;

import earshot.config.Settings;
import earshot.school.Role;
import earshot.school.School;
import earshot.web.door.OpenSessions;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.People;
import earshot.web.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Accounts: who has one, what they may do, links to set a password. For administrators. */
@Controller
class PeoplePage {
  private final WebParts parts;
  private final Settings.Web web;
  private final People people;
  private final Links links;
  private final Accounts accounts;

  PeoplePage(WebParts parts, Settings.Web web, People people, Links links, Accounts accounts) {
    this.parts = parts;
    this.web = web;
    this.people = people;
    this.links = links;
    this.accounts = accounts;
  }

  /** What is noted and ended when an account changes. */
  @org.springframework.stereotype.Component
  record Accounts(Audit audit, OpenSessions sessions) {
    void note(String action, Person subject, String detail) {
      audit.add(
          PageFacts.signedIn(), action, Audit.about(subject.asWritten(), subject.schools()), detail);
    }
  }

  @GetMapping("/people")
  String show(Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("roles", Role.values());
    Map<String, String> schools = new LinkedHashMap<>();
    schools.put("*", "All schools");
    parts.configuration().current().schools().schools().stream()
        .forEach(school -> schools.put(school.id(), school.name()));
    model.addAttribute("schools", schools);
    return "people";
  }

  @PostMapping("/people")
  String add(
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") List<String> school,
      Model model) {
    try {
      Person made = people.add(new People.NewPerson(name, email, role, known(school)));
      accounts.note("add-person", made, role.word() + ", " + String.join(" ", made.schools()));
      giveLink(made, model);
    } catch (IllegalArgumentException e) {
      model.addAttribute("problem", e.getMessage());
    }
    return show(model);
  }

  @PostMapping("/people/{id}/role")
  String setRole(
      @PathVariable long id,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") List<String> school,
      Model model) {
    Person person = other(id);
    try {
      people.setRole(id, role, known(school));
    } catch (IllegalArgumentException e) {
      model.addAttribute("problem", e.getMessage());
      return show(model);
    }
    accounts.sessions().endAll(id);
    accounts.note("set-role", person, role.word() + ", " + String.join(" ", school));
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/disabled")
  String setDisabled(@PathVariable long id, @RequestParam boolean disabled) {
    Person person = other(id);
    people.setDisabled(id, disabled);
    accounts.sessions().endAll(id);
    accounts.note(disabled ? "disable" : "enable", person, "");
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/link")
  String link(@PathVariable long id, Model model) {
    Person person = one(id);
    giveLink(person, model);
    accounts.note("password-link", person, "");
    return show(model);
  }

  private void giveLink(Person person, Model model) {
    model.addAttribute("linkFor", person.name());
    model.addAttribute("link", links.password(person).under(web.url()).toString());
  }

  private List<String> known(List<String> schools) {
    List<String> known =
        parts.configuration().current().schools().schools().stream().map(School::id).toList();
    List<String> meant =
        schools.stream().filter(id -> id.equals("*") || known.contains(id)).toList();
    if (meant.isEmpty()) {
      throw new IllegalArgumentException("Tick the schools that this person looks after.");
    }
    return meant;
  }

  private Person one(long id) {
    return people.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Nobody shuts themselves out. */
  private Person other(long id) {
    if (PageFacts.signedIn().id() == id) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return one(id);
  }
}
