package earshot.web.door;

import static earshot.school.Role.ADMINISTRATOR;
import static earshot.school.Role.COMMUNICATIONS;
import static earshot.school.Role.HEADTEACHER;
import static earshot.school.Role.LEADERSHIP;
import static earshot.school.Role.SAFEGUARDING_LEAD;
import static earshot.school.Role.VIEWER;

import earshot.school.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may do what: one row a page action. What has no row is refused to everybody (decision 0040).
 *
 * @param path as Spring's path patterns write it
 * @param roles who may; null means anybody, signed in or not
 */
public record Access(HttpMethod method, String path, @Nullable Set<Role> roles) {
  private static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));
  private static final Set<Role> READERS =
      Set.of(HEADTEACHER, SAFEGUARDING_LEAD, LEADERSHIP, COMMUNICATIONS, ADMINISTRATOR, VIEWER);
  private static final Set<Role> TRIAGE =
      Set.of(HEADTEACHER, SAFEGUARDING_LEAD, LEADERSHIP, COMMUNICATIONS);
  private static final Set<Role> TOLD =
      Set.of(HEADTEACHER, SAFEGUARDING_LEAD, LEADERSHIP, COMMUNICATIONS, ADMINISTRATOR);
  private static final Set<Role> RUN = Set.of(HEADTEACHER, COMMUNICATIONS, ADMINISTRATOR);
  private static final Set<Role> OVERSEE = Set.of(HEADTEACHER, SAFEGUARDING_LEAD, ADMINISTRATOR);

  /** Those who may lift the mask. */
  public static final Set<Role> UNMASK = Set.of(HEADTEACHER, SAFEGUARDING_LEAD);

  private static final Set<Role> PEOPLE = Set.of(ADMINISTRATOR);

  /** The whole table. */
  public static final List<Access> TABLE =
      List.of(
          get("/", ALL),
          get("/search", READERS),
          get("/mentions/{id}", READERS),
          get("/mentions/{id}/original", READERS),
          post("/mentions/{id}/state", TRIAGE),
          post("/mentions/{id}/unmask", UNMASK),
          get("/mentions/{id}/verdict", TRIAGE),
          post("/mentions/{id}/verdict", TRIAGE),
          post("/mentions/{id}/verdict/right", TRIAGE),
          post("/mentions/{id}/verdict/withdraw", TRIAGE),
          get("/counts", ALL),
          get("/sources", READERS),
          get("/lists", READERS),
          get("/told", TOLD),
          post("/told/{id}/retry", RUN),
          get("/health", READERS),
          get("/people", PEOPLE),
          post("/people", PEOPLE),
          post("/people/{id}/role", PEOPLE),
          post("/people/{id}/disabled", PEOPLE),
          post("/people/{id}/link", PEOPLE),
          get("/audit", OVERSEE),
          get("/account", ALL),
          post("/account/password", ALL),
          post("/account/sessions", ALL),
          post("/account/tokens", ALL),
          post("/account/tokens/{id}/revoke", ALL),
          post("/sign-out", ALL),
          get("/sign-in", null),
          post("/sign-in", null),
          get("/first/{token}", null),
          post("/first/{token}", null),
          get("/welcome/{token}", null),
          post("/welcome/{token}", null),
          get("/enter/{token}", null),
          get("/demo/mail", null),
          get("/demo/mail/{number}", null),
          get("/demo/mail/{number}/html", null),
          get("/static/{*file}", null),
          get("/api/search", READERS));

  private static Access get(String path, @Nullable Set<Role> roles) {
    return new Access(HttpMethod.GET, path, roles);
  }

  private static Access post(String path, @Nullable Set<Role> roles) {
    return new Access(HttpMethod.POST, path, roles);
  }

  /** Whether a request is one of this row. */
  boolean matches(HttpServletRequest request) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, path).matches(request);
  }

  /** Whether a role may open the page at a path of the table. */
  public static boolean mayOpen(Role role, String path) {
    return may(HttpMethod.GET, role, path);
  }

  /** Whether a role may do what is posted to a path of the table. */
  public static boolean mayDo(Role role, String path) {
    return may(HttpMethod.POST, role, path);
  }

  private static boolean may(HttpMethod method, Role role, String path) {
    return TABLE.stream()
        .anyMatch(
            row ->
                row.method().equals(method)
                    && row.path().equals(path)
                    && (row.roles() == null || row.roles().contains(role)));
  }
}
