package earshot.web;

import earshot.web.WebParts.DemoMailbox;
import earshot.web.WebParts.DemoMailbox.Message;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The demonstration's mailbox, as a phone would show it. There is none outside the demo. */
@Controller
class DemoMailPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self'; sandbox";

  private final WebParts parts;

  DemoMailPage(WebParts parts) {
    this.parts = parts;
  }

  @GetMapping("/demo/mail")
  String list(Model model) {
    model.addAttribute("messages", messages());
    return "demo-mail";
  }

  @GetMapping("/demo/mail/{number}")
  String one(@PathVariable int number, Model model) {
    model.addAttribute("message", message(number));
    return "demo-message";
  }

  /** The HTML part alone, for the sandboxed frame of the page above. */
  @GetMapping("/demo/mail/{number}/html")
  ResponseEntity<String> html(@PathVariable int number, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .body(message(number).html());
  }

  private List<Message> messages() {
    DemoMailbox demo = parts.demo();
    if (demo == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return demo.messages();
  }

  private Message message(int number) {
    return messages().stream()
        .filter(message -> message.number() == number)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
