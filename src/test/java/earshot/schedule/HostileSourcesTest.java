package earshot.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import earshot.ConfigFolder;
import earshot.alert.Telling;
import earshot.listen.Listener;
import earshot.listen.LiveConfiguration;
import earshot.source.Source;
import earshot.source.feed.FeedReader;
import earshot.source.fetch.FetchSettings;
import earshot.source.fetch.GuardedFetcher;
import earshot.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow and failing sources beside healthy ones, over real sockets on addresses of their own. */
@Tag("slow")
class HostileSourcesTest {
  private static final int HEALTHY = 50;
  private static final int ROUNDS = 2;

  /** What a healthy server takes to answer, so that what the machine does beside weighs little. */
  private static final Duration LATENCY = Duration.ofMillis(2_500);

  private static final byte[] FEED =
      "<rss version='2.0'><channel><title>Talk</title></channel></rss>"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void fiftyHostileSourcesDelayFiftyHealthyOnesByLessThanATenth() throws Exception {
    List<HttpServer> servers = new ArrayList<>();
    try {
      List<String> healthy = new ArrayList<>();
      List<String> hostile = new ArrayList<>();
      for (int i = 0; i < HEALTHY; i++) {
        healthy.add(serve(servers, "127.0.1." + (i + 1), this::healthy));
        int kind = i;
        hostile.add(serve(servers, "127.0.2." + (i + 1), exchange -> hostile(exchange, kind % 4)));
      }
      read("warm", healthy);
      Duration alone = read("alone", healthy);
      List<String> all = new ArrayList<>(hostile);
      all.addAll(healthy);
      Duration beside = read("beside", all);
      System.out.printf(
          "50 healthy sources read in %d ms alone, in %d ms beside 50 hostile ones%n",
          alone.toMillis(), beside.toMillis());
      assertThat(beside).isLessThan(alone.multipliedBy(11).dividedBy(10));
    } finally {
      over.countDown();
      servers.forEach(server -> server.stop(0));
    }
  }

  /** The shortest of some rounds in which every healthy source was read once. */
  private Duration read(String name, List<String> urls) throws Exception {
    Path place = folder.resolve(name);
    ConfigFolder config = ConfigFolder.at(place.resolve("config")).feeds(urls, "1 day");
    LiveConfiguration live = new LiveConfiguration(config.folder(), Map.of());
    Set<String> hosts = new HashSet<>();
    live.current().sources().forEach(source -> hosts.add(source.start().getFirst().getAuthority()));
    FetchSettings settings = FetchSettings.of("Earshot/1.0").allowing(hosts, Duration.ZERO);
    Duration[] taken = new Duration[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      try (Database database = Database.open(place.resolve("earshot-" + round + ".db"));
          GuardedFetcher fetcher =
              new GuardedFetcher(settings.within(Duration.ofSeconds(20), Duration.ofSeconds(20)));
          Rota rota = rota(database, live, fetcher)) {
        taken[round] = round(rota);
      }
    }
    return Arrays.stream(taken).sorted().findFirst().orElseThrow();
  }

  private static Rota rota(Database database, LiveConfiguration live, GuardedFetcher fetcher) {
    Listener listener =
        new Listener(
            new Listener.Parts(
                database,
                live::current,
                Map.of(Source.Kind.FEED, new FeedReader(fetcher, InstantSource.system())),
                (post, school) -> {
                  throw new IllegalStateException("nothing is judged here");
                },
                Telling.NOBODY,
                InstantSource.system()));
    return new Rota(database, live::current, listener, InstantSource.system());
  }

  private Duration round(Rota rota) {
    answered.set(0);
    long start = System.nanoTime();
    rota.takeUp();
    rota.readDue();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> answered.get() == HEALTHY);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String serve(
      List<HttpServer> servers, String address, com.sun.net.httpserver.HttpHandler handler)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", handler);
    server.start();
    servers.add(server);
    return "http://" + address + ":" + server.getAddress().getPort() + "/feed";
  }

  private void healthy(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      hold(LATENCY);
      exchange.sendResponseHeaders(200, FEED.length);
      exchange.getResponseBody().write(FEED);
      answered.incrementAndGet();
    }
  }

  /** Never answers; answers letter by letter; answers that it is broken; hangs up. */
  private void hostile(HttpExchange exchange, int kind) throws IOException {
    try (exchange) {
      boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
      switch (robots && kind != 3 ? 4 : kind) {
        case 0 -> hold(Duration.ofSeconds(25));
        case 1 -> drip(exchange);
        case 2 -> exchange.sendResponseHeaders(503, -1);
        case 3 -> throw new IOException("hung up");
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int i = 0; i < 2_000 && over.getCount() > 0; i++) {
      exchange.getResponseBody().write('<');
      exchange.getResponseBody().flush();
      hold(Duration.ofMillis(20));
    }
  }

  private void hold(Duration time) {
    try {
      if (over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
