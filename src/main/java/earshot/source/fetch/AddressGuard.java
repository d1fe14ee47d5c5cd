package earshot.source.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Lets only public addresses be dialled, and a school's own hosts by name. It vets the answer of
 * the resolver, so that a name that points inside is refused with a sentence, and once more the
 * address of each socket as it connects, so that nothing between the two can change it.
 */
final class AddressGuard implements Dns {
  private static final Duration RESOLVING = Duration.ofSeconds(10);

  private final Set<String> allowedHosts;
  private final Resolver resolver;

  /** Where the addresses of a name come from. */
  @FunctionalInterface
  interface Resolver {
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  /** An address that must not be dialled. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;
    private final String host;

    Forbidden(String host) {
      super(host);
      this.host = host;
    }

    String sentence() {
      return host
          + " stands at a private or reserved address, and Earshot reads only public ones. If it"
          + " is the school's own, add it to the allowed hosts.";
    }
  }

  AddressGuard(Set<String> allowedHosts, Resolver resolver) {
    this.allowedHosts = allowedHosts;
    this.resolver = resolver;
  }

  boolean isAllowed(HttpUrl url) {
    return isAllowed(url.host(), url.port());
  }

  private boolean isAllowed(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    String written = name.contains(":") ? "[" + name + "]" : name;
    return allowedHosts.contains(written) || allowedHosts.contains(written + ":" + port);
  }

  private boolean isAllowedAtSomePort(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return allowedHosts.stream()
        .anyMatch(entry -> entry.equals(name) || entry.startsWith(name + ":"));
  }

  /**
   * The addresses of a name that may be dialled; the others are dropped. The port is not known
   * here, so for a host that is allowed at one port only {@link #vet} decides.
   */
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    boolean allowed = isAllowedAtSomePort(host);
    List<InetAddress> good = new ArrayList<>();
    for (InetAddress address : resolve(host)) {
      if (allowed || PublicAddresses.contains(address)) {
        // carries the name that was asked for, so that vet sees it whatever the resolver gave
        good.add(InetAddress.getByAddress(host, address.getAddress()));
      }
    }
    if (good.isEmpty()) {
      throw new Forbidden(host);
    }
    return good;
  }

  /** The last look at an address, when a socket is about to connect to it. */
  void vet(InetSocketAddress dialled) throws IOException {
    InetAddress address = dialled.getAddress();
    String host = dialled.getHostString();
    if (address == null) {
      throw new UnknownHostException(host);
    }
    if (!PublicAddresses.contains(address) && !isAllowed(bare(host), dialled.getPort())) {
      throw new Forbidden(host);
    }
  }

  /** OkHttp names a literal IPv6 host by its address, which may carry a zone. */
  private static String bare(String host) {
    int zone = host.indexOf('%');
    return zone < 0 ? host : host.substring(0, zone);
  }

  /** Bounded, because a deadline cannot interrupt the system's resolver. */
  private List<InetAddress> resolve(String host) throws UnknownHostException {
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> answerWith(answer, host));
    try {
      return answer.get(RESOLVING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private void answerWith(CompletableFuture<List<InetAddress>> answer, String host) {
    try {
      answer.complete(resolver.resolve(host));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }
}
