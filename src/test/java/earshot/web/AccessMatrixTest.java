package earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.web.door.Access;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every route × every role, through the real server; the routes come from Spring's own mappings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  /**
   * Who may: H headteacher, S safeguarding lead, L leadership, C communications, A administrator, G
   * governor, V viewer, - anybody. Written apart from the program's own table.
   */
  private static final Map<String, String> EXPECTED = new TreeMap<>();

  static {
    expect("GET /", "HSLCAGV");
    expect("GET /search", "HSLCAV");
    expect("GET /mentions/{id}", "HSLCAV");
    expect("GET /mentions/{id}/original", "HSLCAV");
    expect("POST /mentions/{id}/state", "HSLC");
    expect("POST /mentions/{id}/unmask", "HS");
    expect("GET /mentions/{id}/verdict", "HSLC");
    expect("POST /mentions/{id}/verdict", "HSLC");
    expect("POST /mentions/{id}/verdict/right", "HSLC");
    expect("POST /mentions/{id}/verdict/withdraw", "HSLC");
    expect("GET /counts", "HSLCAGV");
    expect("GET /sources", "HSLCAV");
    expect("GET /lists", "HSLCAV");
    expect("GET /told", "HSLCA");
    expect("POST /told/{id}/retry", "HCA");
    expect("GET /health", "HSLCAV");
    expect("GET /people", "A");
    expect("POST /people", "A");
    expect("POST /people/{id}/role", "A");
    expect("POST /people/{id}/disabled", "A");
    expect("POST /people/{id}/link", "A");
    expect("GET /audit", "HSA");
    expect("GET /account", "HSLCAGV");
    expect("POST /account/password", "HSLCAGV");
    expect("POST /account/sessions", "HSLCAGV");
    expect("POST /account/tokens", "HSLCAGV");
    expect("POST /account/tokens/{id}/revoke", "HSLCAGV");
    expect("GET /sign-in", "HSLCAGV-");
    expect("GET /first/{token}", "HSLCAGV-");
    expect("POST /first/{token}", "HSLCAGV-");
    expect("GET /welcome/{token}", "HSLCAGV-");
    expect("POST /welcome/{token}", "HSLCAGV-");
    expect("GET /enter/{token}", "HSLCAGV-");
    expect("GET /demo/mail", "HSLCAGV-");
    expect("GET /demo/mail/{number}", "HSLCAGV-");
    expect("GET /demo/mail/{number}/html", "HSLCAGV-");
    expect("GET /actuator/health", "HSLCAGV-"); // from loopback, where this test stands
    expect("GET /api/search", ""); // a cookie opens nothing there
  }

  private static void expect(String route, String roles) {
    EXPECTED.put(route, roles);
  }

  private WebHouse house;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    house = new WebHouse(folder);
    Examples.hear(house);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void everyRouteOfSpringStandsInTheMatrix() {
    assertThat(routes()).isEqualTo(new TreeSet<>(EXPECTED.keySet()));
  }

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    house
        .server
        .context()
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(
            mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(routes, info)));
    routes.removeIf(route -> route.contains("/error") || route.contains("/actuator/health/**"));
    return routes;
  }

  private static void add(Set<String> routes, RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      if (methods.isEmpty()) {
        routes.add("ANY " + path);
      }
      methods.forEach(method -> routes.add(method + " " + path));
    }
  }

  @Test
  void everyRowOfTheTableLeadsSomewhere() {
    Set<String> rows =
        Access.TABLE.stream()
            .map(row -> row.method() + " " + row.path())
            .collect(Collectors.toCollection(TreeSet::new));
    // these Spring answers without a mapping
    rows.removeAll(Set.of("POST /sign-in", "POST /sign-out", "GET /static/{*file}"));
    Set<String> routes = routes();
    routes.remove("GET /actuator/health");
    assertThat(rows).isEqualTo(routes);
  }

  @Test
  void eachRoleOpensWhatItMayAndNothingElse() {
    Map<Role, Browser> browsers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      browsers.put(role, house.signedIn(role));
    }
    Browser nobody = house.browser();
    nobody.get("/sign-in");
    List<String> wrong = new ArrayList<>();
    EXPECTED.forEach(
        (route, roles) -> {
          for (Role role : Role.values()) {
            boolean may = roles.indexOf(role.name().charAt(0)) >= 0;
            check(browsers.get(role), route, may, role.name(), wrong);
          }
          check(nobody, route, roles.contains("-"), "nobody", wrong);
        });
    assertThat(wrong).isEmpty();
  }

  private void check(Browser browser, String route, boolean may, String who, List<String> wrong) {
    String path = route.substring(route.indexOf(' ') + 1);
    String real = path.replace("{id}", "1").replace("{token}", "x").replace("{number}", "1");
    HttpResponse<String> answer = route.startsWith("GET") ? browser.get(real) : browser.post(real);
    boolean turnedAway =
        answer.statusCode() == 403
            || answer.statusCode() == 401
            || Browser.location(answer).startsWith("/sign-in");
    if (turnedAway == may) {
      wrong.add(who + " " + route + ": " + answer.statusCode());
    }
  }

  @Test
  void otherMethodsAreRefused() {
    Browser head = house.signedIn(Role.HEADTEACHER);
    for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
      HttpResponse<String> answer =
          head.send(method, "/search", java.net.http.HttpRequest.BodyPublishers.noBody());
      assertThat(answer.statusCode()).as(method).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void anotherSchoolsPostIsNotThere() {
    Browser stranger = house.browser();
    house.people.add(
        new earshot.web.people.People.NewPerson(
            "Dr Sowande", "kestrel@kestrel.example", Role.HEADTEACHER, List.of("kestrel")));
    long id = house.people.byEmail("kestrel@kestrel.example").orElseThrow().id();
    house.people.setPassword(id, WebHouse.HASH);
    stranger.signIn("kestrel@kestrel.example", WebHouse.PASSWORD);
    assertThat(stranger.get("/mentions/1?school=thistlewick").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/mentions/1").statusCode()).isEqualTo(404);
    assertThat(
            stranger
                .post("/mentions/4/unmask", "school", "thistlewick", "reason", "because I say so")
                .statusCode())
        .isEqualTo(404);
    assertThat(stranger.get("/search").body()).contains("Nothing found").doesNotContain("Okafor");
  }
}
