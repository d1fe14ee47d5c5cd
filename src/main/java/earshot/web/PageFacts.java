package earshot.web;

import earshot.web.door.Access;
import earshot.web.door.Visitor;
import earshot.web.people.Person;
import earshot.web.words.PlainWords;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is signed in, where they may go, what is wrong with the house. */
@ControllerAdvice
class PageFacts {
  private static final List<Place> PLACES =
      List.of(
          new Place("/search", "Search", false),
          new Place("/counts", "Counts", false),
          new Place("/told", "Sent", false),
          new Place("/sources", "Sources", false),
          new Place("/lists", "Keyword lists", false),
          new Place("/people", "People", false),
          new Place("/audit", "Audit", false),
          new Place("/health", "Health", false));

  private final WebParts parts;
  private final Health health;
  private final PlainWords words = new PlainWords();

  PageFacts(WebParts parts, Health health) {
    this.parts = parts;
    this.health = health;
  }

  /** An entry of the menu. */
  record Place(String path, String name, boolean here) {}

  @ModelAttribute
  void facts(HttpServletRequest request, Model model) {
    model.addAttribute("nonce", request.getAttribute("nonce"));
    model.addAttribute("words", words);
    model.addAttribute("demo", parts.demo() != null);
    Person person = person();
    model.addAttribute("person", person);
    if (person != null) {
      String path = String.valueOf(path(request));
      model.addAttribute("places", places(person, path));
      model.addAttribute("warnings", warnings(person));
    }
  }

  private static Object path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed == null ? request.getRequestURI() : failed;
  }

  private static List<Place> places(Person person, String path) {
    return PLACES.stream()
        .filter(place -> Access.mayOpen(person.role(), place.path()))
        .map(
            place ->
                new Place(
                    place.path(),
                    place.name(),
                    path.startsWith(place.path())
                        || (place.path().equals("/search") && path.startsWith("/mentions/"))))
        .toList();
  }

  private List<String> warnings(Person person) {
    return Access.mayOpen(person.role(), "/health") ? health.warnings() : List.of();
  }

  /** Who is signed in; null for a visitor. */
  static @Nullable Person person() {
    Authentication in = SecurityContextHolder.getContext().getAuthentication();
    return in != null && in.getPrincipal() instanceof Visitor visitor ? visitor.person() : null;
  }

  /** Who is signed in, on a page that lets nobody else in. */
  static Person signedIn() {
    Person person = person();
    if (person == null) {
      throw new IllegalStateException("a page without a row in the table of access");
    }
    return person;
  }
}
