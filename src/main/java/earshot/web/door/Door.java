package earshot.web.door;

import earshot.config.Settings;
import earshot.web.people.ApiTokens;
import earshot.web.people.People;
import earshot.web.people.Tries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Spring Security's chains, made from {@link Access#TABLE}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Door {
  private static final int BEFORE_SECURITY = -200;

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  SignIn signIn(OpenSessions sessions) {
    return new SignIn(sessions);
  }

  @Bean
  FilterRegistrationBean<SafeHeaders> safeHeaders(Settings.Web web) {
    FilterRegistrationBean<SafeHeaders> filter =
        new FilterRegistrationBean<>(new SafeHeaders(https(web)));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<SameOrigin> sameOrigin(Settings.Web web) {
    FilterRegistrationBean<SameOrigin> filter =
        new FilterRegistrationBean<>(new SameOrigin(web.url(), web.address()));
    filter.setOrder(BEFORE_SECURITY);
    return filter;
  }

  /** Whether people reach the program by https. */
  public static boolean https(Settings.Web web) {
    return "https".equals(web.url().getScheme());
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
    return plain(http)
        .securityMatcher("/api/**")
        // a cookie opens nothing here, so there is nothing to forge
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAfter(new BearerTokens(tokens), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(Door::rules)
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, cause) ->
                            JsonAnswers.refuse(
                                response,
                                HttpServletResponse.SC_UNAUTHORIZED,
                                "Send a token that works: Authorization: Bearer TOKEN. Make one on"
                                    + " the page 'Your account'."))
                    .accessDeniedHandler(
                        (request, response, cause) ->
                            JsonAnswers.refuse(
                                response,
                                HttpServletResponse.SC_FORBIDDEN,
                                "Your role may not do this.")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, People people, OpenSessions sessions, Passwords passwords, Tries tries) {
    HttpSessionRequestCache pageAskedFor = new HttpSessionRequestCache();
    pageAskedFor.setMatchingRequestParameterName("");
    pageAskedFor.setRequestMatcher(Welcome::isAPage);
    return plain(http)
        .authenticationManager(new ProviderManager(new PatientProvider(people, passwords, tries)))
        .addFilterAfter(new SessionGuard(people, sessions), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(Door::rules)
        .requestCache(cache -> cache.requestCache(pageAskedFor))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .successHandler(new Welcome(sessions, pageAskedFor))
                    .failureHandler(
                        (request, response, cause) -> response.sendRedirect(refusal(cause))))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(Door::signInFirst)
                    .accessDeniedHandler(
                        (request, response, cause) -> response.sendError(refusal(request))))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .build();
  }

  private static HttpSecurity plain(HttpSecurity http) {
    // SafeHeaders writes them, on errors too
    return http.headers(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .rememberMe(AbstractHttpConfigurer::disable);
  }

  private static void signInFirst(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (request.getHeader("HX-Request") == null) {
      response.sendRedirect("/sign-in");
    } else {
      // a part of a page cannot show the form to sign in; the whole page goes there
      response.setHeader("HX-Redirect", "/sign-in?ended");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  /** What no row of the table names is simply not there. */
  private static int refusal(HttpServletRequest request) {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    boolean known =
        Access.TABLE.stream().anyMatch(row -> paths.matcher(row.path()).matches(request));
    return known ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND;
  }

  private static String refusal(AuthenticationException cause) {
    return cause instanceof PatientProvider.MustWait wait
        ? "/sign-in?wait=" + wait.seconds()
        : "/sign-in?refused";
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    requests.dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll();
    for (Access row : Access.TABLE) {
      allow(requests.requestMatchers(paths.matcher(row.method(), row.path())), row);
      if (row.method().equals(HttpMethod.GET)) {
        allow(requests.requestMatchers(paths.matcher(HttpMethod.HEAD, row.path())), row);
      }
    }
    requests
        .requestMatchers(paths.matcher(HttpMethod.GET, "/actuator/health"))
        .access(Door::signedInOrLoopback);
    requests.anyRequest().denyAll();
  }

  private static void allow(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl url, Access row) {
    if (row.roles() == null) {
      url.permitAll();
    } else {
      url.hasAnyAuthority(row.roles().stream().map(Visitor::authority).toArray(String[]::new));
    }
  }

  private static AuthorizationDecision signedInOrLoopback(
      Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
    Authentication in = who.get();
    boolean signedIn = in != null && in.getPrincipal() instanceof Visitor;
    return new AuthorizationDecision(signedIn || fromLoopback(context.getRequest()));
  }

  private static boolean fromLoopback(HttpServletRequest request) {
    // a proxy on this machine speaks for somebody else
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
      return false;
    }
    String address = request.getRemoteAddr();
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
