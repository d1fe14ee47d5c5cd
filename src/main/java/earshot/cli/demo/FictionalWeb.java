package earshot.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A small fictional web on loopback: a local paper with its feed, a forum, a review page, a blog,
 * and a feed that is gone. New posts appear every few seconds.
 */
public final class FictionalWeb implements AutoCloseable {
  private final HttpServer server;
  private final List<DemoPost> script = DemoPost.script();
  private final InstantSource clock;
  private final Instant start;
  private final DemoPages pages;

  public FictionalWeb(InstantSource clock) throws IOException {
    this.clock = clock;
    this.start = clock.instant();
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    this.pages = new DemoPages(base(), start);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** {@code http://127.0.0.1:PORT}. */
  public String base() {
    return "http://" + host();
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many posts stand on the fictional web by now. */
  public int posted() {
    return (int) script.stream().filter(this::isOut).count();
  }

  private boolean isOut(DemoPost post) {
    return !clock.instant().isBefore(start.plus(post.after()));
  }

  private List<DemoPost> posts(String where) {
    return script.stream().filter(post -> post.where().equals(where) && isOut(post)).toList();
  }

  private Map<String, Integer> threads() {
    Map<String, Integer> threads = new LinkedHashMap<>();
    posts("forum").forEach(post -> threads.putIfAbsent(post.title(), threads.size() + 1));
    return threads;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = body(path);
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.getResponseHeaders().set("Content-Type", type(path));
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String type(String path) {
    return path.endsWith(".xml")
        ? "application/rss+xml; charset=utf-8"
        : path.endsWith(".json") ? "application/feed+json" : "text/html; charset=utf-8";
  }

  private @Nullable String body(String path) {
    return switch (path) {
      case "/gazette/" -> pages.gazette(posts("gazette"));
      case "/gazette/feed.xml" -> pages.gazetteFeed(posts("gazette"));
      case "/forum/" -> pages.forum(threads());
      case "/reviews/thistlewick" -> pages.reviews(posts("reviews"));
      case "/blog/feed.json" -> pages.blogFeed(posts("blog"));
      default -> numbered(path);
    };
  }

  private @Nullable String numbered(String path) {
    for (DemoPost post : posts("gazette")) {
      if (path.equals("/gazette/news/" + post.number())) {
        return pages.article(post);
      }
    }
    for (Map.Entry<String, Integer> thread : threads().entrySet()) {
      if (path.equals("/forum/thread-" + thread.getValue())) {
        return pages.thread(
            thread.getKey(),
            posts("forum").stream().filter(p -> p.title().equals(thread.getKey())).toList());
      }
    }
    return null;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
