package earshot.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether everything is well, part by part. */
@Controller
class HealthPage {
  private final WebParts parts;
  private final Health health;

  HealthPage(WebParts parts, Health health) {
    this.parts = parts;
    this.health = health;
  }

  @GetMapping("/health")
  String show(Model model) {
    model.addAttribute("standings", health.standings());
    model.addAttribute("now", parts.clock().instant());
    return "health";
  }
}
