package earshot.web.door;

import earshot.web.people.People;
import earshot.web.people.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks the person up anew at each request: a change of account, wherever it was made, ends a
 * session at its next step.
 */
final class SessionGuard extends OncePerRequestFilter {
  private final People people;
  private final OpenSessions sessions;

  SessionGuard(People people, OpenSessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication in = SecurityContextHolder.getContext().getAuthentication();
    if (in != null && in.getPrincipal() instanceof Visitor visitor) {
      Optional<Person> person = people.byId(visitor.person().id());
      HttpSession session = request.getSession(false);
      if (session == null || person.isEmpty() || !sessions.goesOn(session, person.get())) {
        SecurityContextHolder.clearContext();
        if (session != null) {
          session.invalidate();
        }
        if (request.getHeader("HX-Request") != null) {
          response.setHeader("HX-Redirect", "/sign-in?ended");
          response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
          response.sendRedirect("/sign-in?ended");
        }
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
