package earshot.source.feed;

import earshot.source.Fetch;
import earshot.source.Fetch.Validators;
import earshot.source.Fetcher;
import earshot.source.Fingerprint;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Reader;
import earshot.source.Source;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads feeds: one conditional request each, and of what comes only what is new or has changed. */
public final class FeedReader implements Reader {
  private final Fetcher fetcher;
  private final InstantSource clock;

  public FeedReader(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  @Override
  public Poll poll(Source source, Memory memory) {
    List<Poll> polls = new ArrayList<>();
    for (URI address : source.start()) {
      polls.add(poll(address, Remembered.of(memory, address)));
    }
    return polls.size() == 1 ? polls.getFirst() : together(polls, memory);
  }

  private Poll poll(URI address, Remembered known) {
    return switch (fetcher.get(address, known.validators())) {
      case Fetch.NotModified same -> new Poll.Unchanged(known.memory());
      case Fetch.Unavailable unavailable ->
          new Poll.Unavailable(unavailable.why(), unavailable.retryAfter());
      case Fetch.Refused refused -> new Poll.Refused(refused.why());
      case Fetch.Body body -> read(body, known);
    };
  }

  /**
   * X-Robots-Tag is not asked: weblogs send noindex with each feed, to keep the feed itself, not
   * what it tells, out of search results.
   */
  private Poll read(Fetch.Body body, Remembered known) {
    String hash = Fingerprint.of(body.bytes(), 12);
    if (hash.equals(known.body())) {
      return new Poll.Unchanged(known.with(body.validators(), hash, null));
    }
    return switch (FeedParser.parse(body.bytes(), body.contentType(), body.address())) {
      case ParsedFeed.NotAFeed other ->
          new Poll.Unavailable(known.address() + " is not a feed. " + other.why(), null);
      case ParsedFeed.Feed feed -> news(feed, body, known, hash);
    };
  }

  private Poll news(ParsedFeed.Feed feed, Fetch.Body body, Remembered known, String hash) {
    SeenItems seen = SeenItems.read(known.seen());
    List<Item> news = seen.news(feed.items()).stream().map(this::notInTheFuture).toList();
    List<String> notes = new ArrayList<>(feed.notes());
    if (body.truncated()) {
      notes.add("The feed came only in part: " + feed.items().size() + " items of it were read.");
    }
    // half a feed must be asked for again
    Memory memory = known.with(body.validators(), body.truncated() ? "" : hash, seen.written());
    return news.isEmpty() && notes.isEmpty()
        ? new Poll.Unchanged(memory)
        : new Poll.Fetched(news, memory, notes);
  }

  /** A date to come would stand above everything for as long as it lies ahead. */
  private Item notInTheFuture(Item item) {
    Instant now = clock.instant();
    return new Item(
        item.nativeId(),
        item.url(),
        item.title(),
        item.author(),
        item.context(),
        item.text(),
        item.language(),
        earlier(item.published(), now),
        earlier(item.updated(), now),
        item.truncated());
  }

  private static @Nullable Instant earlier(@Nullable Instant date, Instant now) {
    return date != null && date.isAfter(now) ? now : date;
  }

  /**
   * Several feeds as one source: what one cannot give becomes a note, unless none gave anything.
   */
  private static Poll together(List<Poll> polls, Memory before) {
    Map<String, String> entries = new TreeMap<>(before.entries());
    List<Item> items = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean read = false;
    for (Poll poll : polls) {
      switch (poll) {
        case Poll.Fetched fetched -> {
          read = true;
          entries.putAll(fetched.memory().entries());
          items.addAll(fetched.items());
          notes.addAll(fetched.notes());
        }
        case Poll.Unchanged unchanged -> {
          read = true;
          entries.putAll(unchanged.memory().entries());
        }
        case Poll.Unavailable unavailable -> notes.add(unavailable.why());
        case Poll.Refused refused -> notes.add(refused.why());
      }
    }
    if (!read) {
      return polls.stream()
          .filter(Poll.Unavailable.class::isInstance)
          .findFirst()
          .orElse(polls.getFirst());
    }
    Memory memory = new Memory(entries);
    return items.isEmpty() && notes.isEmpty()
        ? new Poll.Unchanged(memory)
        : new Poll.Fetched(items, memory, notes);
  }

  /** What is remembered of one address; another address in its place starts afresh. */
  private record Remembered(
      URI address, String key, Validators validators, String body, @Nullable String seen) {

    static Remembered of(Memory memory, URI address) {
      String key = Fingerprint.of(address.toString(), 4);
      Map<String, String> entries = memory.entries();
      return new Remembered(
          address,
          key,
          new Validators(entries.get(key + ".etag"), entries.get(key + ".modified")),
          entries.getOrDefault(key + ".body", ""),
          entries.get(key + ".seen"));
    }

    Memory memory() {
      return with(validators, body, null);
    }

    /**
     * @param given what to remember as given; null for the same as before
     */
    Memory with(Validators fresh, String hash, @Nullable String given) {
      Map<String, String> entries = new TreeMap<>();
      put(entries, "etag", fresh.etag());
      put(entries, "modified", fresh.lastModified());
      put(entries, "body", hash);
      put(entries, "seen", given == null ? seen : given);
      return new Memory(entries);
    }

    private void put(Map<String, String> entries, String name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        entries.put(key + "." + name, value);
      }
    }
  }
}
