package earshot.source.feed;

import static earshot.source.HostileServer.answer;
import static earshot.source.HostileServer.conditional;
import static earshot.source.HostileServer.cutChunk;
import static earshot.source.HostileServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.source.Fetch;
import earshot.source.HostileServer;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Source;
import earshot.source.fetch.FetchSettings;
import earshot.source.fetch.GuardedFetcher;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polls of a feed, one after another, against a real server. */
class FeedReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final String TYPE = "Content-Type: application/rss+xml";

  private final HostileServer server = new HostileServer();
  private final GuardedFetcher fetcher =
      new GuardedFetcher(
          FetchSettings.of("Earshot/1.0").allowing(Set.of(server.authority()), Duration.ZERO));
  private final FeedReader reader = new FeedReader(fetcher, () -> NOW);
  private Memory memory = Memory.EMPTY;

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  private static Source source(URI... addresses) {
    return new Source(
        "gazette",
        "Gazette",
        Source.Kind.FEED,
        List.of(addresses),
        List.of("*"),
        Duration.ofMinutes(10),
        "news",
        null);
  }

  private Poll poll() {
    Poll poll = reader.poll(source(server.at("/feed")), memory);
    if (poll instanceof Poll.Fetched fetched) {
      memory = fetched.memory();
    } else if (poll instanceof Poll.Unchanged unchanged) {
      memory = unchanged.memory();
    }
    return poll;
  }

  private List<String> titles() {
    return poll() instanceof Poll.Fetched fetched
        ? fetched.items().stream().map(Item::title).toList()
        : List.of();
  }

  private void serve(String... items) {
    String all =
        Arrays.stream(items)
            .map(
                item ->
                    "<item><guid>" + item.charAt(0) + "</guid><title>" + item + "</title></item>")
            .collect(Collectors.joining());
    server.route("/feed", answer(200, TYPE, Feeds.rss(all)));
  }

  @Test
  void eachItemIsGivenOnce() {
    serve("1 One", "2 Two");
    assertThat(titles()).containsExactly("1 One", "2 Two");
    serve("3 Three", "1 One", "2 Two");
    assertThat(titles()).containsExactly("3 Three");
    serve("3 Three", "1 One", "2 Two ");
    assertThat(poll()).isInstanceOf(Poll.Unchanged.class);
  }

  @Test
  void aChangedItemIsGivenAgain() {
    serve("1 One", "2 Two");
    titles();
    serve("1 One, corrected", "2 Two");
    assertThat(titles()).containsExactly("1 One, corrected");
    serve("1 One", "2 Two");
    assertThat(titles()).containsExactly("1 One");
  }

  @Test
  void anItemThatLeavesAndComesBackIsNotNew() {
    serve("1 One", "2 Two");
    titles();
    serve("2 Two", "3 Three");
    titles();
    serve("1 One", "3 Three");
    assertThat(poll()).isInstanceOf(Poll.Unchanged.class);
  }

  @Test
  void anUnchangedFeedCostsOneConditionalRequest() {
    server.route(
        "/feed",
        conditional(
            "\"v1\"",
            "Mon, 05 Jan 2026 08:00:00 GMT",
            "application/rss+xml",
            Feeds.item("<guid>1</guid>")));
    assertThat(poll()).isInstanceOf(Poll.Fetched.class);
    Memory before = memory;
    assertThat(poll()).isInstanceOf(Poll.Unchanged.class);
    assertThat(poll()).isInstanceOf(Poll.Unchanged.class);
    assertThat(memory).isEqualTo(before);
    assertThat(server.requests("/feed")).hasSize(3);
    assertThat(server.requests("/feed").get(2).header("if-none-match")).isEqualTo("\"v1\"");
  }

  @Test
  void aServerThatAlwaysSaysOkIsFoundOutByItsBody() {
    serve("1 One");
    poll();
    assertThat(poll()).isInstanceOf(Poll.Unchanged.class);
  }

  @Test
  void whatIsRememberedStaysSmall() {
    String items =
        IntStream.range(0, 12_000)
            .mapToObj(item -> "<item><guid>g" + item + "</guid></item>")
            .collect(Collectors.joining());
    server.route("/feed", answer(200, TYPE, Feeds.rss(items)));
    poll();
    server.route("/feed", answer(200, TYPE, Feeds.rss(items.replace(">g", ">h"))));
    poll();
    int size = memory.entries().values().stream().mapToInt(String::length).sum();
    assertThat(size).isLessThan(200_000);
  }

  @Test
  void anotherAddressStartsAfresh() {
    serve("1 One");
    poll();
    server.route("/other", answer(200, TYPE, Feeds.item("<guid>1</guid><title>1 One</title>")));
    Poll poll = reader.poll(source(server.at("/other")), memory);
    assertThat(((Poll.Fetched) poll).items()).hasSize(1);
  }

  @Test
  void severalFeedsAreOneSource() {
    serve("1 One");
    server.route("/b", answer(200, TYPE, Feeds.item("<guid>b</guid><title>Bee</title>")));
    Source both = source(server.at("/feed"), server.at("/b"), server.at("/missing"));
    Poll.Fetched first = (Poll.Fetched) reader.poll(both, memory);
    assertThat(first.items()).extracting(Item::title).containsExactly("1 One", "Bee");
    assertThat(first.notes()).hasSize(1).first().asString().contains("404");
    Poll.Fetched second = (Poll.Fetched) reader.poll(both, first.memory());
    assertThat(second.items()).isEmpty();
    Source none = source(server.at("/x"), server.at("/y"));
    assertThat(reader.poll(none, memory)).isInstanceOf(Poll.Unavailable.class);
  }

  @Test
  void datesToComeAreNow() {
    server.route(
        "/feed", answer(200, TYPE, Feeds.item("<guid>1</guid><pubDate>2030-01-01</pubDate>")));
    assertThat(((Poll.Fetched) poll()).items().getFirst().published()).isEqualTo(NOW);
  }

  @Test
  void aCutFeedGivesWhatCameAndIsAskedForAgainInFull() {
    String whole = Feeds.rss("<item><guid>1</guid><title>One</title></item><item><guid>2</guid>");
    server.route("/feed", cutChunk("application/rss+xml", whole));
    Poll.Fetched fetched = (Poll.Fetched) poll();
    assertThat(fetched.items()).extracting(Item::title).startsWith("One");
    assertThat(fetched.notes()).isNotEmpty();
    serve("1 One", "2 Two");
    assertThat(titles()).contains("2 Two");
    assertThat(server.requests("/feed").get(1).header("if-none-match")).isNull();
  }

  @Test
  void aWebPageInTheFeedsPlaceIsSaidInWords() {
    server.route("/feed", page("<html><p>Log in</html>"));
    assertThat(poll())
        .isInstanceOfSatisfying(
            Poll.Unavailable.class, other -> assertThat(other.why()).contains("is not a feed"));
  }

  @Test
  void weblogsThatHideTheirFeedFromSearchAreRead() {
    server.route(
        "/feed",
        answer(200, TYPE + "\nX-Robots-Tag: noindex, follow", Feeds.item("<guid>1</guid>")));
    assertThat(poll()).isInstanceOf(Poll.Fetched.class);
  }

  @Test
  void whatTheServerSaysIsPassedOn() {
    server.route("/feed", answer(503, "Retry-After: 120", ""));
    assertThat(poll())
        .isInstanceOfSatisfying(
            Poll.Unavailable.class,
            wait -> assertThat(wait.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
    server.route("/feed", answer(410, "", ""));
    assertThat(poll()).isInstanceOf(Poll.Refused.class);
  }

  @Test
  void aFetcherOfItsOwnServesTheReader() {
    FeedReader other =
        new FeedReader(
            new earshot.source.Fetcher() {
              @Override
              public Fetch get(URI address, Fetch.Validators known) {
                return new Fetch.NotModified();
              }

              @Override
              public List<URI> sitemaps(URI address) {
                return List.of();
              }
            },
            () -> NOW);
    assertThat(other.poll(source(server.at("/feed")), Memory.EMPTY))
        .isEqualTo(new Poll.Unchanged(Memory.EMPTY));
  }
}
