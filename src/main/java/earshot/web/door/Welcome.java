package earshot.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Notes the session of whoever signed in, and goes on to the page of ours that was asked for. */
final class Welcome implements AuthenticationSuccessHandler {
  private final OpenSessions sessions;
  private final RequestCache pageAskedFor;

  Welcome(OpenSessions sessions, RequestCache pageAskedFor) {
    this.sessions = sessions;
    this.pageAskedFor = pageAskedFor;
  }

  /** Only a page that somebody looked for is worth coming back to. */
  static boolean isAPage(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && Access.TABLE.stream().anyMatch(row -> row.roles() != null && row.matches(request));
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication in)
      throws IOException {
    SavedRequest asked = pageAskedFor.getRequest(request, response);
    pageAskedFor.removeRequest(request, response);
    if (in.getPrincipal() instanceof Visitor visitor) {
      sessions.opened(request, visitor.person());
    }
    response.sendRedirect(asked == null ? "/" : ours(asked.getRedirectUrl()));
  }

  /** The path and the query alone: a redirect never leaves the origin (ASVS 5.0, 3.7.2). */
  static String ours(@Nullable String address) {
    try {
      URI asked = new URI(address == null ? "/" : address);
      String path = asked.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return "/";
      }
      String query = asked.getRawQuery();
      return query == null || query.isEmpty() ? path : path + "?" + query;
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
