package earshot.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page sends (Fetch Metadata, W3C), and a name that is not ours: the
 * latter is how DNS rebinding reaches a program on loopback.
 */
final class SameOrigin extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");
  private static final int MISDIRECTED = 421;

  private final Set<String> hosts;

  SameOrigin(URI url, String address) {
    hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    hosts.add(url.getHost().toLowerCase(Locale.ROOT));
    hosts.add(address.toLowerCase(Locale.ROOT));
    hosts.removeAll(ANY_ADDRESS);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getServerName();
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      response.sendError(MISDIRECTED);
    } else if (!READING.contains(request.getMethod()) && !sameOrigin(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean sameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    return sameHost(request.getHeader("Origin"), request.getHeader("Host"));
  }

  private static boolean sameHost(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true; // an old browser; the CSRF token still stands in the way
    }
    return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
  }
}
