package earshot.source.fetch;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.page;
import static earshot.source.HostileServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.HostileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Server-side request forgery: whatever a page, a redirect or a name server says, nothing behind
 * the school's own walls hears of us. The forbidden listeners stand on loopback, in both families.
 */
class ForgedRequestsTest {
  private final HostileServer forbidden = new HostileServer("127.0.0.1");
  private final HostileServer forbidden6 = new HostileServer("::1");
  private final HostileServer allowed = new HostileServer("127.0.0.1");
  private static final AtomicInteger VECTORS = new AtomicInteger();

  private final GuardedFetcher fetcher = fetcher(host -> List.of(InetAddress.getAllByName(host)));

  private GuardedFetcher fetcher(AddressGuard.Resolver resolver) {
    FetchSettings settings =
        FetchSettings.of("Earshot/1.0 (+https://a.example; a@a.example)")
            .allowing(Set.of(allowed.authority()), Duration.ZERO)
            .pausing(Duration.ZERO)
            .within(Duration.ofSeconds(5), Duration.ofSeconds(5));
    return new GuardedFetcher(settings, resolver, InstantSource.system());
  }

  @AfterEach
  void nobodyWasReached() {
    fetcher.close();
    assertThat(forbidden.connections() + forbidden6.connections()).isZero();
    forbidden.close();
    forbidden6.close();
    allowed.close();
  }

  @AfterAll
  static void thereWereMany() {
    assertThat(VECTORS.get()).isGreaterThan(900);
  }

  private int port() {
    return forbidden.port();
  }

  private void refuses(String address) {
    refuses(fetcher, address);
  }

  private void refuses(GuardedFetcher by, String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (java.net.URISyntaxException e) {
      return; // it cannot even be asked for
    }
    VECTORS.incrementAndGet();
    assertThat(by.get(uri, Validators.NONE))
        .as(address)
        .isInstanceOfAny(Fetch.Refused.class, Fetch.Unavailable.class);
  }

  /** Every way to write 127.0.0.1 and ::1 that some parser takes. */
  private Set<String> spellings() {
    Set<String> all = new LinkedHashSet<>();
    String port = ":" + port();
    for (String host :
        List.of(
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0x7f.0.0.1",
            "0177.0.0.1",
            "0177.1",
            "017700000001",
            "127.0.0.1.",
            "127.000.000.001",
            "0",
            "0.0.0.0",
            "127.127.127.127",
            "localhost",
            "LOCALHOST",
            "localhost.",
            "localhost.localdomain",
            "ip6-localhost",
            "127。0。0。1",
            "①②⑦.0.0.1",
            "127%2e0%2e0%2e1",
            "%31%32%37.0.0.1",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::127.0.0.1]",
            "[::ffff:0:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[::1%25lo]",
            "[fe80::1%25lo]",
            "[::]",
            "[0000:0000:0000:0000:0000:0000:0000:0001]",
            "4294967296",
            "2130706433.",
            "127.0.0.1%00",
            "127.0.0.1%0d%0a",
            "127.0.0.1\t")) {
      all.add("http://" + host + port + "/");
      all.add("https://" + host + port + "/");
      all.add("http://a.example@" + host + port + "/");
      all.add("http://" + host + port + "\\@a.example/");
      all.add("http://" + host + port + "#@a.example/");
      all.add("http://" + host + port + "?@a.example/");
      all.add("http:" + host + port + "/");
      all.add("http:/" + host + port + "/");
      all.add("http:///" + host + port + "/");
    }
    for (String other :
        List.of("ftp", "file", "gopher", "dict", "ldap", "jar:http", "ws", "netdoc", "mailto")) {
      all.add(other + "://127.0.0.1" + port + "/");
    }
    return all;
  }

  @Test
  void noSpellingOfLoopbackIsAskedDirectly() {
    spellings().forEach(this::refuses);
    spellings().forEach(each -> refuses(each.replace(":" + port(), ":" + forbidden6.port())));
  }

  @Test
  void noRedirectLeadsInside() {
    int number = 0;
    for (String target : spellings()) {
      int status = List.of(301, 302, 303, 307, 308).get(number % 5);
      String from = "/r" + number++;
      allowed.route(from, redirect(status, target));
      assertThat(fetcher.get(allowed.at(from), Validators.NONE))
          .as(target)
          .satisfies(
              fetch -> {
                // some spellings are no address at all, or a relative one at the same server
                if (fetch instanceof Fetch.Body body) {
                  assertThat(body.address().getAuthority()).isEqualTo(allowed.authority());
                }
              });
    }
    VECTORS.addAndGet(number);
  }

  @Test
  void specialAddressesAreRefusedAsLiteralsAndAsAnswers() {
    for (String address : SpecialAddresses.all()) {
      boolean v6 = address.contains(":");
      refuses("http://" + (v6 ? "[" + address + "]" : address) + ":" + port() + "/");
      try (GuardedFetcher rebound = fetcher(host -> List.of(InetAddress.getByName(address)))) {
        refuses(rebound, "http://inside.example:" + port() + "/");
      }
    }
  }

  @Test
  void aRobotsFileCannotLeadInside() {
    allowed.route("/robots.txt", redirect(302, "http://127.0.0.1:" + port() + "/robots.txt"));
    allowed.route("/a", page("x"));
    assertThat(fetcher.get(allowed.at("/a"), Validators.NONE)).isInstanceOf(Fetch.Refused.class);
  }

  @Test
  void badAddressesAmongGoodOnesAreDropped() throws UnknownHostException {
    InetAddress good = InetAddress.getByName("1.1.1.1");
    List<InetAddress> mixed = new ArrayList<>(List.of(good));
    for (String address : SpecialAddresses.all()) {
      mixed.add(InetAddress.getByName(address));
    }
    AddressGuard guard = new AddressGuard(Set.of(), host -> mixed);
    assertThat(guard.lookup("mixed.example")).containsExactly(good);
  }

  @Test
  void aNameThatMovesInsideBetweenTwoLooksIsRefused() throws UnknownHostException {
    AtomicInteger asked = new AtomicInteger();
    AddressGuard guard =
        new AddressGuard(
            Set.of(),
            host ->
                List.of(
                    InetAddress.getByName(asked.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1")));
    assertThat(guard.lookup("rebinding.example")).hasSize(1);
    assertThatThrownBy(() -> guard.lookup("rebinding.example"))
        .isInstanceOf(AddressGuard.Forbidden.class);
  }

  @Test
  void theSocketLooksOnceMore() throws Exception {
    AddressGuard guard = new AddressGuard(Set.of(), host -> List.of());
    InetSocketAddress inside = new InetSocketAddress("127.0.0.1", port());
    assertThatThrownBy(() -> new VettedSockets(guard).createSocket().connect(inside, 1000))
        .isInstanceOf(AddressGuard.Forbidden.class);
    assertThatThrownBy(() -> new VettedSockets(guard).createSocket().connect(inside))
        .isInstanceOf(AddressGuard.Forbidden.class);
    assertThatThrownBy(() -> new VettedSockets(guard).createSocket("127.0.0.1", port()))
        .isInstanceOf(AddressGuard.Forbidden.class);
  }

  @Test
  void anAllowedHostIsAllowedByItsNameAndPortOnly() {
    GuardedFetcher named = fetcher(host -> List.of(InetAddress.getByName("127.0.0.1")));
    // another name for the address of the allowed host
    refuses(named, "http://other.example:" + allowed.port() + "/");
    // the allowed host at another port
    refuses(named, "http://127.0.0.1:" + port() + "/");
    named.close();
    assertThat(allowed.connections()).isZero();
  }

  @Test
  void anAllowedNameMayStandInside() {
    HostileServer intranet = new HostileServer().route("/", page("x"));
    FetchSettings settings =
        FetchSettings.of("Earshot/1.0")
            .allowing(Set.of("Intranet.marlbeck.example:" + intranet.port()), Duration.ZERO);
    try (GuardedFetcher inside =
        new GuardedFetcher(
            settings,
            host -> List.of(InetAddress.getByName("127.0.0.1")),
            InstantSource.system())) {
      URI address = URI.create("http://intranet.marlbeck.example:" + intranet.port() + "/");
      assertThat(inside.get(address, Validators.NONE)).isInstanceOf(Fetch.Body.class);
    }
    intranet.close();
  }

  @Test
  void proxiesOfTheEnvironmentAreNotAsked() {
    allowed.route("/a", page("x"));
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(port()));
    System.setProperty("http.nonProxyHosts", "");
    System.setProperty("socksNonProxyHosts", "");
    System.setProperty("socksProxyHost", "127.0.0.1");
    System.setProperty("socksProxyPort", String.valueOf(port()));
    try {
      assertThat(fetcher.get(allowed.at("/a"), Validators.NONE)).isInstanceOf(Fetch.Body.class);
    } finally {
      for (String name :
          List.of(
              "http.proxyHost",
              "http.proxyPort",
              "http.nonProxyHosts",
              "socksProxyHost",
              "socksProxyPort",
              "socksNonProxyHosts")) {
        System.clearProperty(name);
      }
    }
  }

  @Test
  void theRefusalSaysWhatToDo() {
    assertThat(fetcher.get(URI.create("http://127.0.0.1:" + port() + "/"), Validators.NONE))
        .isInstanceOfSatisfying(
            Fetch.Refused.class,
            refused -> assertThat(refused.why()).contains("127.0.0.1").contains("allowed hosts"));
  }

  @Test
  void aSitemapAddressIsOnlyNamedNotAsked() {
    allowed.route(
        "/robots.txt", answer(200, "", "Sitemap: http://127.0.0.1:" + port() + "/sitemap.xml\n"));
    assertThat(fetcher.sitemaps(allowed.at("/"))).hasSize(1);
    refuses(fetcher.sitemaps(allowed.at("/")).getFirst().toString());
  }
}
