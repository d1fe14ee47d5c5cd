package earshot.web.door;

import earshot.web.people.ApiTokens;
import earshot.web.people.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in with {@code Authorization: Bearer TOKEN} (RFC 6750 §2.1). */
final class BearerTokens extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;

  BearerTokens(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      Optional<Person> owner = tokens.whose(header.substring(SCHEME.length()).strip());
      owner.ifPresent(BearerTokens::letIn);
    }
    chain.doFilter(request, response);
  }

  private static void letIn(Person person) {
    Visitor visitor = new Visitor(person, "");
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(visitor, null, visitor.getAuthorities()));
    SecurityContextHolder.setContext(context);
  }
}
