package earshot.web;

import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Mail.State;
import earshot.alert.outbox.Outbox;
import earshot.web.door.Access;
import earshot.web.people.Audit;
import earshot.web.people.Person;
import earshot.web.words.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The alerts and digests: sent, waiting, and those that could not be delivered. */
@Controller
class ToldPage {
  private static final int MOST = 100;

  private final WebParts parts;
  private final Outbox outbox;
  private final Audit audit;

  ToldPage(WebParts parts, Audit audit) {
    this.parts = parts;
    this.outbox = new Outbox(parts.database());
    this.audit = audit;
  }

  /**
   * One mail.
   *
   * @param at when it was sent or given up; when it is tried next while it waits
   */
  record Line(
      long id,
      boolean alert,
      String subject,
      String to,
      String email,
      Instant created,
      @Nullable Instant at,
      int attempts,
      String reason) {
    static Line of(Mail mail) {
      return new Line(
          mail.id(),
          mail.kind() == Mail.Kind.ALERT,
          Visible.of(mail.subject()),
          Visible.of(mail.to().name()),
          Visible.of(mail.to().email()),
          mail.created(),
          mail.ended() == null ? mail.nextAttempt() : mail.ended(),
          mail.attempts(),
          Visible.of(mail.reason()));
    }
  }

  @GetMapping("/told")
  String show(Model model) {
    Person reader = PageFacts.signedIn();
    Set<String> schools = schools(reader);
    model.addAttribute("dead", lines(State.DEAD, schools));
    model.addAttribute("waiting", lines(State.WAITING, schools));
    model.addAttribute("sent", lines(State.SENT, schools));
    model.addAttribute("mayRetry", Access.mayDo(reader.role(), "/told/{id}/retry"));
    return "told";
  }

  private Set<String> schools(Person reader) {
    return reader.visible(parts.configuration().current().schools());
  }

  private List<Line> lines(State state, Set<String> schools) {
    return outbox.in(state, MOST).stream()
        .filter(mail -> schools.contains(mail.school()))
        .map(Line::of)
        .toList();
  }

  @PostMapping("/told/{id}/retry")
  String retry(@PathVariable long id) {
    Person reader = PageFacts.signedIn();
    Mail mail =
        outbox
            .one(id)
            .filter(found -> schools(reader).contains(found.school()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (outbox.retry(mail.id(), parts.clock().instant())) {
      audit.add(reader, "retry-mail", Audit.about("mail " + id, List.of(mail.school())), "");
    }
    return "redirect:/told";
  }
}
