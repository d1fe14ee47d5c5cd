package earshot.web;

import earshot.config.Settings;
import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import earshot.web.door.Access;
import earshot.web.door.OpenSessions;
import earshot.web.people.Audit;
import earshot.web.people.Links;
import earshot.web.people.People;
import earshot.web.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Accounts: who has one, what they may do, links to set a password. For administrators, each within
 * their own schools.
 */
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
      note(action, subject, subject.schools(), detail);
    }

    void note(String action, Person subject, List<String> schools, String detail) {
      audit.add(PageFacts.signedIn(), action, Audit.about(subject.asWritten(), schools), detail);
    }
  }

  @GetMapping("/people")
  String show(Model model) {
    Person reader = PageFacts.signedIn();
    List<Person> within =
        people.all().stream().filter(person -> reader.looksAfter(person, schools())).toList();
    model.addAttribute("people", within);
    model.addAttribute(
        "guarded", within.stream().filter(person -> isGuarded(person, reader)).toList());
    model.addAttribute("roles", Role.values());
    model.addAttribute("schools", grantable(reader));
    return "people";
  }

  /** The ids and names of the schools that this administrator may let others see. */
  private Map<String, String> grantable(Person reader) {
    Map<String, String> schools = new LinkedHashMap<>();
    if (reader.schools().contains("*")) {
      schools.put("*", "All schools");
    }
    for (School school : schools().meant(reader.schools())) {
      schools.put(school.id(), school.name());
    }
    return schools;
  }

  private Schools schools() {
    return parts.configuration().current().schools();
  }

  /**
   * Whether the account opens what the reader may not see: with a new password for it they could
   * look behind the mask in another's name.
   */
  private static boolean isGuarded(Person person, Person reader) {
    return person.hasPassword()
        && Access.UNMASK.contains(person.role())
        && !Access.UNMASK.contains(reader.role());
  }

  @PostMapping("/people")
  String add(
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") List<String> school,
      Model model) {
    try {
      Person made = people.add(new People.NewPerson(name, email, role, granted(school)));
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
    List<String> granted;
    try {
      granted = granted(school);
      if (isGuarded(person, PageFacts.signedIn()) && !Access.UNMASK.contains(role)) {
        // else the role could be taken away, a link made, and the role given back
        throw new IllegalArgumentException(guarded(person, "user role"));
      }
      people.setRole(id, role, granted);
    } catch (IllegalArgumentException e) {
      model.addAttribute("problem", e.getMessage());
      return show(model);
    }
    accounts.sessions().endAll(id);
    List<String> concerned =
        Stream.concat(person.schools().stream(), granted.stream()).distinct().toList();
    accounts.note("set-role", person, concerned, role.word() + ", " + String.join(" ", granted));
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
    if (isGuarded(person, PageFacts.signedIn())) {
      model.addAttribute("problem", guarded(person, "user reset-link"));
    } else {
      giveLink(person, model);
      accounts.note("password-link", person, "");
    }
    return show(model);
  }

  private void giveLink(Person person, Model model) {
    model.addAttribute("linkFor", person.name());
    model.addAttribute("link", links.password(person).under(web.url()).toString());
  }

  private static String guarded(Person person, String command) {
    return person.name()
        + " may look behind the mask, so this cannot be done here. Whoever runs Earshot does it"
        + " with: earshot "
        + command
        + " "
        + person.email();
  }

  private List<String> granted(List<String> schools) {
    Map<String, String> grantable = grantable(PageFacts.signedIn());
    List<String> meant = schools.stream().filter(grantable::containsKey).toList();
    if (meant.isEmpty()) {
      throw new IllegalArgumentException("Tick the schools that this person looks after.");
    }
    return meant;
  }

  private Person one(long id) {
    return people
        .byId(id)
        .filter(person -> PageFacts.signedIn().looksAfter(person, schools()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Nobody shuts themselves out. */
  private Person other(long id) {
    if (PageFacts.signedIn().id() == id) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return one(id);
  }
}
