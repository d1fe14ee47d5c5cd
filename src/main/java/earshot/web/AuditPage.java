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

  /** An action as people say it. */
  static String action(String action) {
    return switch (action) {
      case "unmask" -> "Looked behind the mask";
      case "first-administrator" -> "Made the first account";
      case "set-password" -> "Set a password";
      case "add-person" -> "Made an account";
      case "set-role" -> "Changed a role";
      case "disable" -> "Shut an account";
      case "enable" -> "Opened an account again";
      case "password-link" -> "Made a password link";
      case "retry-mail" -> "Sent a mail again";
      default -> action;
    };
  }
}
