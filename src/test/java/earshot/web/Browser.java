package earshot.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser sends, without a screen: cookies, forms with their tokens, no redirects. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String token = "";

  Browser(String base) {
    this.base = base;
  }

  Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, HttpRequest.BodyPublishers.noBody());
  }

  /** Sends a form, with the token of the page that was shown last. */
  HttpResponse<String> post(String path, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.add("_csrf");
    all.add(token);
    return postBare(path, all.toArray(String[]::new));
  }

  /** Sends a form without a token. */
  HttpResponse<String> postBare(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(encoded(fields[i])).append('=');
      form.append(encoded(fields[i + 1]));
    }
    return send("POST", path, BodyPublishers.ofString(form.toString()));
  }

  HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    if (method.equals("POST")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      Matcher found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> signIn(String email, String password) {
    get("/sign-in");
    HttpResponse<String> answer = post("/sign-in", "email", email, "password", password);
    get("/account");
    return answer;
  }

  /** The session cookie's value, "" when there is none. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().endsWith("earshot"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  void setSession(String value) {
    HttpCookie cookie = new HttpCookie("earshot", value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
