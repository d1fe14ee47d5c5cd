package earshot.source.fetch;

import earshot.source.Fetch.Validators;
import earshot.source.fetch.HostTurns.Turn;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.HttpUrl;

/** One exchange when the host's turn has come, within what is left of a fetch's time. */
final class PoliteExchange implements Closeable {
  private final Exchange exchange;
  private final FetchSettings settings;
  private final AddressGuard guard;
  private final InstantSource clock;
  private final HostTurns turns = new HostTurns();

  PoliteExchange(FetchSettings settings, AddressGuard guard, InstantSource clock) {
    this.exchange = new Exchange(settings.userAgent(), guard);
    this.settings = settings;
    this.guard = guard;
    this.clock = clock;
  }

  /** What is left of the time a fetch may take; waiting for turns is not counted. */
  static final class Budget {
    private Duration left;

    Budget(Duration whole) {
      this.left = whole;
    }

    boolean isSpent() {
      return !left.isPositive();
    }

    private void spend(long nanos) {
      left = left.minusNanos(nanos);
    }
  }

  /** A question: what to ask for, how much of it, and how long the host wants us to pause. */
  record Question(HttpUrl url, Validators known, int cap, Duration crawlDelay) {}

  Answer ask(Question question, Budget budget) {
    HttpUrl url = question.url();
    try (Turn turn = turns.take(hostOf(url), pause(question), settings.longestWait())) {
      if (turn == null) {
        return new Answer.Failed(
            "Too many requests wait for " + url.host() + " already.", false, null);
      }
      Duration silence = turn.silence(clock.instant());
      if (silence != null) {
        return new Answer.Failed(Sentences.status(url.host(), 429), false, silence);
      }
      return heed(turn, timed(question, budget));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed(
          "Earshot was stopped while it waited for " + url.host() + ".", false, null);
    }
  }

  private Answer timed(Question question, Budget budget) {
    if (budget.isSpent()) {
      return new Answer.Failed(Sentences.tooSlow(question.url().host()), false, null);
    }
    long start = System.nanoTime();
    try {
      return exchange.get(question.url(), question.known(), question.cap(), budget.left);
    } finally {
      budget.spend(System.nanoTime() - start);
    }
  }

  /** RFC 6585 §4: 429 speaks of who asks, so it holds for every page of the host. */
  private Answer heed(Turn turn, Answer answer) {
    if (answer instanceof Answer.Arrived arrived && arrived.status() == 429) {
      Duration wait = RetryAfter.parse(arrived.headers().get("Retry-After"), clock.instant());
      if (wait != null) {
        turn.keepSilentUntil(clock.instant().plus(wait));
      }
    }
    return answer;
  }

  private Duration pause(Question question) {
    Duration ours = guard.isAllowed(question.url()) ? settings.allowedPause() : settings.pause();
    return ours.compareTo(question.crawlDelay()) > 0 ? ours : question.crawlDelay();
  }

  /** Plain and secure pages of one host share its turn; another port is another server. */
  private static String hostOf(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? url.host() : url.host() + ":" + url.port();
  }

  @Override
  public void close() {
    exchange.close();
  }
}
