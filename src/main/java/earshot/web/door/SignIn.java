package earshot.web.door;

import earshot.web.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Signs a person in without a password: by a one-time link of the demonstration. */
public final class SignIn {
  private final OpenSessions sessions;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  public SignIn(OpenSessions sessions) {
    this.sessions = sessions;
  }

  /** Signs in, with a new session id (ASVS 5.0, 7.2.4). */
  public void letIn(Person person, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    Visitor visitor = new Visitor(person, "");
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(visitor, null, visitor.getAuthorities()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    sessions.opened(request, person);
  }
}
