package earshot.source.fetch;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.Fetcher;
import earshot.source.fetch.AddressGuard.Resolver;
import earshot.source.fetch.PoliteExchange.Budget;
import earshot.source.fetch.PoliteExchange.Question;
import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks for public pages: each address is vetted as it is dialled, robots.txt obeyed, redirects
 * followed by hand, time and size bounded. Every failure is a sentence, never an exception.
 */
public final class GuardedFetcher implements Fetcher, Closeable {
  /** Of a body, after decompression. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int MOST_REDIRECTS = 5;

  private final FetchSettings settings;
  private final PoliteExchange exchange;
  private final Robots robots;
  private final Outcomes outcomes;

  public GuardedFetcher(FetchSettings settings) {
    this(settings, Resolver.SYSTEM, InstantSource.system());
  }

  GuardedFetcher(FetchSettings settings, Resolver resolver, InstantSource clock) {
    AddressGuard guard = new AddressGuard(settings.allowedHosts(), resolver);
    this.settings = settings;
    this.exchange = new PoliteExchange(settings, guard, clock);
    this.robots = new Robots(exchange, clock);
    this.outcomes = new Outcomes(clock);
  }

  @Override
  public Fetch get(URI address, Validators known) {
    HttpUrl url = readable(address);
    return url == null ? unreadable(address) : follow(url, known, new Budget(settings.deadline()));
  }

  private Fetch follow(HttpUrl start, Validators known, Budget budget) {
    HttpUrl url = start;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Robots.Verdict.Rules rules;
      switch (robots.of(url, budget)) {
        case Robots.Verdict.Wait wait -> {
          return new Fetch.Unavailable(wait.why(), wait.retryAfter());
        }
        case Robots.Verdict.Forbidden forbidden -> {
          return new Fetch.Refused(forbidden.why());
        }
        case Robots.Verdict.Rules found -> rules = found;
      }
      if (!rules.rules().isAllowed(url.toString())) {
        return new Fetch.Refused(
            "The robots.txt of " + url.host() + " asks programs not to read this page.");
      }
      Answer answer = exchange.ask(new Question(url, known, MOST_BYTES, rules.delay()), budget);
      if (!(answer instanceof Answer.Arrived arrived && arrived.isRedirect())) {
        return outcomes.of(answer, known);
      }
      HttpUrl target = arrived.target();
      if (target == null || hasUserInfo(target)) {
        return new Fetch.Refused(
            url.host() + " redirects to an address that Earshot does not read.");
      }
      url = target;
    }
    return new Fetch.Unavailable(
        start.host() + " redirected more than " + MOST_REDIRECTS + " times.", null);
  }

  @Override
  public List<URI> sitemaps(URI address) {
    HttpUrl url = readable(address);
    List<URI> found = new ArrayList<>();
    if (url != null
        && robots.of(url, new Budget(settings.deadline())) instanceof Robots.Verdict.Rules rules) {
      for (String sitemap : rules.rules().getSitemaps()) {
        HttpUrl written = HttpUrl.parse(sitemap);
        if (written != null) {
          found.add(written.uri());
        }
      }
    }
    return found;
  }

  /** The one parser for what is checked and what is dialled (OWASP ASVS 1.5.3). */
  private static @Nullable HttpUrl readable(URI address) {
    HttpUrl url = HttpUrl.parse(address.toString());
    String authority = address.getRawAuthority();
    boolean named = authority != null && authority.indexOf('@') < 0;
    return url == null || !named || hasUserInfo(url)
        ? null
        : url.newBuilder().fragment(null).build();
  }

  private static boolean hasUserInfo(HttpUrl url) {
    return !url.username().isEmpty() || !url.password().isEmpty();
  }

  private static Fetch unreadable(URI address) {
    return new Fetch.Refused(
        "“"
            + Sentences.printable(address.toString(), 200)
            + "” is not an address that Earshot reads. It starts with http:// or https:// and holds"
            + " no user name or password.");
  }

  @Override
  public void close() {
    exchange.close();
  }
}
