package earshot.web;

import earshot.store.StoreException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong, in a plain sentence. */
@Controller
class ErrorPage implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  private record Sentence(String title, String text) {}

  @RequestMapping("/error")
  @Nullable String show(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(status);
    Throwable cause = cause(request);
    if (cause != null) {
      LOG.error("A page failed", cause);
    }
    Sentence sentence = sentence(status, cause);
    String asked = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
    if (asked.startsWith("/api/")) {
      response.setContentType("application/json");
      response.getWriter().println("{\"error\":" + Json.quoted(sentence.text()) + "}");
      return null;
    }
    model.addAttribute("title", sentence.title());
    model.addAttribute("sentence", sentence.text());
    return "error";
  }

  private static @Nullable Throwable cause(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return thrown instanceof Throwable cause ? cause : null;
  }

  private static Sentence sentence(int status, @Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreException) {
        return new Sentence("The store does not answer", String.valueOf(cause.getMessage()));
      }
    }
    return switch (status) {
      case 400 -> new Sentence("That address is not right", "Go back and follow the link again.");
      case 403 ->
          new Sentence(
              "You may not do this",
              "Your role does not allow it, or the page had been open for too long. Go back, load"
                  + " the page again and try once more.");
      case 404 ->
          new Sentence(
              "There is nothing here",
              "The post may have been removed, or it belongs to a school that you do not look"
                  + " after.");
      case 405 -> new Sentence("That cannot be done here", "Go back and use the page's buttons.");
      case 421 ->
          new Sentence(
              "This is not the right address",
              "Open Earshot under the address that your administrator gave you.");
      default ->
          new Sentence(
              "Something went wrong",
              "It has been noted in the log. Try again; if it happens once more, tell your"
                  + " administrator.");
    };
  }
}
