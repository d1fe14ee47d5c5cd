package earshot.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the headers that keep a browser from harm on every answer, errors included. */
final class SafeHeaders extends OncePerRequestFilter {
  /** The request attribute that holds the page's nonce. */
  static final String NONCE = "nonce";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 18;
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; img-src 'self';"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; object-src 'none';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final boolean https;

  SafeHeaders(boolean https) {
    this.https = https;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    request.setAttribute(NONCE, nonce);
    response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    plain(response, https);
    chain.doFilter(request, response);
  }

  static void plain(HttpServletResponse response, boolean https) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    if (https) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
