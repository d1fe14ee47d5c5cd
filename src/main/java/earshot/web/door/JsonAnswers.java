package earshot.web.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Errors of the JSON API, in its own words: {@code {"error":"…"}}. */
final class JsonAnswers {
  private JsonAnswers() {}

  /** The sentence is one of ours and needs no escaping. */
  static void refuse(HttpServletResponse response, int status, String sentence) throws IOException {
    response.setStatus(status);
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"earshot\"");
    }
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().println("{\"error\":\"" + sentence + "\"}");
  }
}
