package earshot.web;

import earshot.school.Schools;
import earshot.web.door.Access;
import earshot.web.people.Audit;
import earshot.web.people.Person;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Who looked behind the mask or changed an account, the newest first, as far as it concerns the
 * reader's schools. Why somebody looked may tell of a child, so only those read it who may look
 * too.
 */
@Controller
class AuditPage {
  private static final int MOST = 200;
  private static final String NOT_SHOWN = "Shown to the Headteacher and the safeguarding lead.";

  private final WebParts parts;
  private final Audit audit;

  AuditPage(WebParts parts, Audit audit) {
    this.parts = parts;
    this.audit = audit;
  }

  /** An entry as its reader may see it. */
  record Line(Instant at, String person, String action, String subject, String reason) {}

  @GetMapping("/audit")
  String show(Model model) {
    Person reader = PageFacts.signedIn();
    Schools schools = parts.configuration().current().schools();
    List<Audit.Entry> entries = audit.newestFirst();
    model.addAttribute(
        "entries",
        entries.stream()
            .filter(entry -> reader.isConcernedBy(entry.schools(), schools))
            .limit(MOST)
            .map(entry -> line(entry, reader))
            .toList());
    model.addAttribute("whole", Audit.isWhole(entries.reversed()));
    return "audit";
  }

  private static Line line(Audit.Entry entry, Person reader) {
    boolean open = !entry.action().equals("unmask") || Access.UNMASK.contains(reader.role());
    return new Line(
        entry.at(),
        entry.person(),
        entry.action(),
        entry.subject().replaceFirst(" for \\*$", " for all schools"),
        open ? entry.reason() : NOT_SHOWN);
  }
}
