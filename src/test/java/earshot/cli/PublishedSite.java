package earshot.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A site on loopback: pages, a sitemap that lists them all, and a feed of what was posted. */
final class PublishedSite implements AutoCloseable {
  /** An entry of the feed. */
  record Post(String id, String title, String text) {}

  private final HttpServer server;
  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Map<String, Long> served = new ConcurrentHashMap<>();

  PublishedSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  PublishedSite page(String path, byte[] html) {
    pages.put(path, html);
    return this;
  }

  PublishedSite post(String id, String title, String text) {
    posts.add(new Post(id, title, text));
    return this;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String base() {
    return "http://" + host();
  }

  /** When each page was last handed out, in nanoseconds. */
  Map<String, Long> served() {
    return served;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body =
          switch (path) {
            case "/" -> bytes("<!doctype html><title>Home</title><p>Read our sitemap.</p>");
            case "/sitemap.xml" -> bytes(sitemap());
            case "/feed.xml" -> bytes(feed());
            default -> pages.get(path);
          };
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String etag = "\"" + java.util.Arrays.hashCode(body) + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      exchange
          .getResponseHeaders()
          .set("Content-Type", path.endsWith(".xml") ? "application/xml" : "text/html");
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      served.put(path, System.nanoTime());
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String sitemap() {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
    pages.keySet().stream()
        .sorted()
        .forEach(
            path -> xml.append("<url><loc>").append(base()).append(path).append("</loc></url>"));
    return xml.append("</urlset>").toString();
  }

  private String feed() {
    StringBuilder xml = new StringBuilder("<rss version='2.0'><channel><title>Courier</title>");
    for (Post post : posts) {
      xml.append(
          "<item><guid isPermaLink='false'>%s</guid><link>%s/post/%s</link><title>%s</title><description>%s</description></item>"
              .formatted(post.id(), base(), post.id(), post.title(), post.text()));
    }
    return xml.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
