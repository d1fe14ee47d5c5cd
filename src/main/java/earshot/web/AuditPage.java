package earshot.web;

import earshot.web.people.Audit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who looked behind the mask or changed an account, the newest first. */
@Controller
class AuditPage {
  private static final int MOST = 200;

  private final Audit audit;

  AuditPage(Audit audit) {
    this.audit = audit;
  }

  @GetMapping("/audit")
  String show(Model model) {
    model.addAttribute("entries", audit.newest(MOST));
    model.addAttribute("whole", audit.isWhole());
    return "audit";
  }
}
