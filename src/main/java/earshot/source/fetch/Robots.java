package earshot.source.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import earshot.source.Fetch.Validators;
import earshot.source.fetch.PoliteExchange.Budget;
import earshot.source.fetch.PoliteExchange.Question;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What each host's robots.txt says (RFC 9309), kept for a day. */
final class Robots {
  /** The product token that a robots.txt can name. */
  static final String NAME = "earshot";

  /** RFC 9309 §2.5: at least this much of it is read. */
  private static final int CAP = 500 * 1024;

  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_HOSTS = 5_000;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration FAILURE_KEPT = Duration.ofMinutes(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  private final PoliteExchange exchange;
  private final InstantSource clock;
  private final Map<HttpUrl, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HttpUrl, Kept> eldest) {
          return size() > MOST_HOSTS;
        }
      };

  private record Kept(Verdict verdict, Instant until) {}

  /** What is known of a host's wishes. */
  sealed interface Verdict {

    /** Its rules, and how long it wants to be left alone between two requests. */
    record Rules(BaseRobotRules rules, Duration delay) implements Verdict {}

    /** They cannot be read now, so nothing may be asked for (RFC 9309 §2.3.1.4). */
    record Wait(String why, @Nullable Duration retryAfter) implements Verdict {}

    /** Its robots.txt cannot be asked for at all. */
    record Forbidden(String why) implements Verdict {}
  }

  Robots(PoliteExchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  Verdict of(HttpUrl page, Budget budget) {
    HttpUrl address =
        page.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    Verdict known = remembered(address);
    if (known != null) {
      return known;
    }
    Verdict fresh = read(address, budget);
    synchronized (kept) {
      kept.put(address, new Kept(fresh, clock.instant().plus(keep(fresh))));
    }
    return fresh;
  }

  private @Nullable Verdict remembered(HttpUrl address) {
    synchronized (kept) {
      Kept known = kept.get(address);
      return known != null && clock.instant().isBefore(known.until) ? known.verdict : null;
    }
  }

  private static Duration keep(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Rules rules -> KEPT;
      case Verdict.Wait wait -> wait.retryAfter == null ? FAILURE_KEPT : wait.retryAfter;
      case Verdict.Forbidden forbidden -> FAILURE_KEPT;
    };
  }

  private Verdict read(HttpUrl address, Budget budget) {
    HttpUrl next = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Question question = new Question(next, Validators.NONE, CAP, Duration.ZERO);
      switch (exchange.ask(question, budget)) {
        case Answer.Failed failed -> {
          return failed.forbidden()
              ? new Verdict.Forbidden(failed.why())
              : new Verdict.Wait(
                  "Its robots.txt cannot be read: " + failed.why(), failed.retryAfter());
        }
        case Answer.Arrived arrived -> {
          HttpUrl target = arrived.target();
          if (target == null) {
            return verdict(address, arrived);
          }
          next = target;
        }
      }
    }
    // RFC 9309 §2.3.1.2: after five redirects it counts as absent
    return rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
  }

  private Verdict verdict(HttpUrl address, Answer.Arrived arrived) {
    int status = arrived.status();
    if (arrived.isSuccess()) {
      return rules(parsed(address, arrived));
    }
    if (status == 429 || status >= 500) {
      return new Verdict.Wait(
          "Its robots.txt cannot be read: " + Sentences.status(address.host(), status),
          RetryAfter.parse(arrived.headers().get("Retry-After"), clock.instant()));
    }
    // who may not even read the rules is not welcome; stricter than RFC 9309 §2.3.1.3
    boolean closed = status == 401 || status == 403;
    return rules(
        new SimpleRobotRules(closed ? RobotRulesMode.ALLOW_NONE : RobotRulesMode.ALLOW_ALL));
  }

  private static BaseRobotRules parsed(HttpUrl address, Answer.Arrived arrived) {
    byte[] bytes = arrived.body().bytes();
    String type = arrived.headers().get("Content-Type");
    if (isHtml(type, bytes)) {
      return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }
    // the parser keeps state between calls, so each file has its own
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    // or it would take a long delay for a ban
    parser.setMaxCrawlDelay(Long.MAX_VALUE);
    return parser.parseContent(address.toString(), bytes, "text/plain", List.of(NAME));
  }

  /** Sites that answer every address with their start page have no robots.txt. */
  private static boolean isHtml(@Nullable String type, byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
            .strip()
            .toLowerCase(Locale.ROOT);
    return (type != null && type.toLowerCase(Locale.ROOT).contains("html"))
        || start.startsWith("<!doctype html")
        || start.startsWith("<html");
  }

  private static Verdict.Rules rules(BaseRobotRules rules) {
    long asked = rules.getCrawlDelay();
    Duration delay = asked <= 0 ? Duration.ZERO : Duration.ofMillis(asked);
    return new Verdict.Rules(rules, delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
  }
}
