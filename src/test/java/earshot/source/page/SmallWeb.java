package earshot.source.page;

import earshot.source.Fetch;
import earshot.source.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A web held in memory: pages with entity tags, failures on demand, and a record of requests. */
final class SmallWeb implements Fetcher {
  final List<String> asked = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();
  private final Map<String, String> pages = new HashMap<>();
  private final Map<String, Fetch> answers = new HashMap<>();
  private final List<URI> sitemaps = new ArrayList<>();
  private Function<String, String> endless = address -> null;

  SmallWeb page(String address, String html) {
    pages.put(address, html);
    return this;
  }

  SmallWeb answer(String address, Fetch answer) {
    answers.put(address, answer);
    return this;
  }

  SmallWeb sitemap(String address, String xml) {
    sitemaps.add(URI.create(address));
    return page(address, xml);
  }

  /** Pages made up as they are asked for. */
  SmallWeb endless(Function<String, String> maker) {
    endless = maker;
    return this;
  }

  static Fetch down() {
    return new Fetch.Unavailable("the server did not answer", Duration.ofMinutes(5));
  }

  @Override
  public Fetch get(URI address, Fetch.Validators known) {
    String name = address.toString();
    asked.add(name);
    if (answers.containsKey(name)) {
      return answers.get(name);
    }
    String html = pages.getOrDefault(name, endless.apply(name));
    if (html == null) {
      return new Fetch.Refused("there is no such page (404)");
    }
    String tag = "\"" + Integer.toHexString(html.hashCode()) + "\"";
    if (tag.equals(known.etag())) {
      return new Fetch.NotModified();
    }
    bodies.add(name);
    String type = html.startsWith("<?xml") ? "application/xml" : "text/html; charset=utf-8";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return new Fetch.Body(address, type, bytes, false, new Fetch.Validators(tag, null), false);
  }

  @Override
  public List<URI> sitemaps(URI address) {
    return List.copyOf(sitemaps);
  }
}
