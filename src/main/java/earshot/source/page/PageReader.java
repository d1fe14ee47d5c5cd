package earshot.source.page;

import earshot.source.Fetch;
import earshot.source.Fetcher;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Reader;
import earshot.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads single pages: an unchanged one costs a conditional request, a changed one gives its news.
 */
public final class PageReader implements Reader {
  private final Fetcher fetcher;
  private final Extractor extractor;
  private final InstantSource clock;

  public PageReader(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.extractor = new Extractor(clock);
    this.clock = clock;
  }

  /** What one poll has found so far. */
  private static final class Reading {
    final List<Item> items = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final Map<String, String> memory;
    int answered;
    int changed;
    @Nullable String refused;
    @Nullable String unavailable;
    @Nullable Duration retryAfter;

    Reading(Memory memory) {
      this.memory = new HashMap<>(memory.entries());
    }
  }

  @Override
  public Poll poll(Source source, Memory memory) {
    Reading reading = new Reading(memory);
    for (URI page : source.start()) {
      read(source, page, reading);
    }
    reading.memory.keySet().retainAll(source.start().stream().map(URI::toString).toList());
    Memory next = new Memory(reading.memory);
    if (reading.changed > 0 || (reading.answered > 0 && !reading.notes.isEmpty())) {
      return new Poll.Fetched(reading.items, next, reading.notes);
    }
    if (reading.answered > 0) {
      return new Poll.Unchanged(next);
    }
    if (reading.unavailable != null) {
      return new Poll.Unavailable(reading.unavailable, reading.retryAfter);
    }
    return new Poll.Refused(reading.refused == null ? "It names no page." : reading.refused);
  }

  private void read(Source source, URI page, Reading reading) {
    PageState known = PageState.decode(reading.memory.get(page.toString()));
    switch (fetcher.get(page, known.validators())) {
      case Fetch.Body body -> body(source, page, known, body, reading);
      case Fetch.NotModified unchanged -> {
        reading.answered++;
        keep(reading, page, known.unchanged(clock.instant(), source.every()));
      }
      case Fetch.Unavailable later -> {
        reading.unavailable = later.why();
        reading.retryAfter = later.retryAfter();
        reading.notes.add(page + " could not be read: " + later.why());
        keep(reading, page, known.failed(clock.instant(), source.every(), later.retryAfter()));
      }
      case Fetch.Refused never -> {
        reading.refused = never.why();
        reading.notes.add(page + " was refused: " + never.why());
      }
    }
  }

  private void body(Source source, URI page, PageState known, Fetch.Body body, Reading reading) {
    if (!readable(body.contentType())) {
      reading.refused =
          page
              + " is not a web page but "
              + body.contentType()
              + ". Name a page or a feed instead.";
      return;
    }
    Page found = extractor.read(body.bytes(), body.contentType(), body.address());
    if (body.noIndex() || found.noIndex()) {
      reading.refused = page + " asks not to be read by machines (robots: noindex).";
      reading.notes.add(reading.refused);
      return;
    }
    reading.answered++;
    URI own = own(found, body.address());
    PageItems items = PageItems.of(found, own, known, body.truncated(), PageItems.Teasers.KEEP);
    reading.items.addAll(items.items());
    reading.changed += items.items().isEmpty() ? 0 : 1;
    notes(page, body, found, reading.notes);
    keep(
        reading,
        page,
        known.changed(
            body.validators(), items.text(), items.seen(), clock.instant(), source.every()));
  }

  private static void notes(URI page, Fetch.Body body, Page found, List<String> notes) {
    if (body.truncated() || found.extraction().truncated()) {
      notes.add(page + " was longer than what is read; its end is missing.");
    }
    if (found.needsScript()) {
      notes.add(page + " is empty without JavaScript. Look for a feed of the same site instead.");
    }
  }

  /** The page's own name for itself where it stays on its host, else where it came from. */
  static URI own(Page page, URI address) {
    URI named = page.canonical();
    boolean trusted = named != null && Addresses.sameHost(named, address) && !front(named, address);
    return Addresses.canonical(named != null && trusted ? named : address);
  }

  /** Broken templates name the front page as the canonical address of every page. */
  private static boolean front(URI named, URI address) {
    String path = named.getPath() == null ? "" : named.getPath();
    String own = address.getPath() == null ? "" : address.getPath();
    return path.length() <= 1 && named.getQuery() == null && own.length() > 1;
  }

  static boolean readable(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return true;
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.contains("html") || type.startsWith("text/") || type.contains("xml");
  }

  private static void keep(Reading reading, URI page, PageState state) {
    reading.memory.put(page.toString(), state.encode());
  }
}
