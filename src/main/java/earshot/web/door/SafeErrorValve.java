package earshot.web.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what never reached a page, such as a malformed request: plain text, safe headers. */
public final class SafeErrorValve extends ErrorReportValve {
  private static final int FIRST_ERROR = 400;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable cause) {
    if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0) {
      return;
    }
    if (!response.setErrorReported()) {
      return;
    }
    try {
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      SafeHeaders.plain(response, request.isSecure());
      response.setContentType("text/plain");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response
          .getReporter()
          .write("Earshot could not answer this (error " + response.getStatus() + ").\n");
      response.finishResponse();
    } catch (IOException e) {
      // the browser has gone
    }
  }
}
