package earshot.source.page;

import com.google.re2j.Pattern;
import earshot.source.Fetch;
import earshot.source.Fetcher;
import earshot.source.Item;
import earshot.source.Memory;
import earshot.source.Poll;
import earshot.source.Reader;
import earshot.source.Source;
import earshot.source.page.Extraction.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads sites: start pages at every poll, then the newest of what they and the sitemaps lead to, at
 * most as many pages as the source allows; the rest waits for the following polls. Pages that were
 * read are visited again at intervals that lengthen while they stay the same.
 */
public final class SiteReader implements Reader {
  private static final int GIVE_UP = 5;
  private static final Duration REFUSED = Duration.ofDays(7);

  private final Fetcher fetcher;
  private final Extractor extractor;
  private final InstantSource clock;

  public SiteReader(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.extractor = new Extractor(clock);
    this.clock = clock;
  }

  @Override
  public Poll poll(Source source, Memory memory) {
    Source.Site site = source.site();
    if (site == null) {
      return new Poll.Refused(
          "The source " + source.id() + " does not say how far its site is followed.");
    }
    return new Visit(source, site, memory).poll();
  }

  /** One poll of one site. */
  private final class Visit {
    private final Source source;
    private final Source.Site site;
    private final Instant now = clock.instant();
    private final Frontier frontier;
    private final @Nullable Pattern link;
    private final SiteNotes notes = new SiteNotes();
    private final List<Item> items = new ArrayList<>();
    private final Set<URI> asked = new HashSet<>();
    private final Set<URI> starts = new HashSet<>();
    private int answered;
    private int failures;
    private boolean moved;
    private @Nullable Duration retryAfter;

    Visit(Source source, Source.Site site, Memory memory) {
      this.source = source;
      this.site = site;
      this.frontier = new Frontier(memory, now);
      this.link = site.link() == null ? null : Pattern.compile(site.link());
    }

    Poll poll() {
      for (URI start : source.start()) {
        URI address = Addresses.canonical(start);
        starts.add(address);
        if (asked.size() < site.pages()) {
          visit(address, 0);
        }
      }
      if (failures < starts.size()) {
        new Sitemaps(fetcher, frontier, link, now, source.every(), notes)
            .read(site.sitemaps(), source.start().getFirst());
        follow();
      }
      return result();
    }

    private void follow() {
      boolean more = true;
      while (more && asked.size() < site.pages() && failures < GIVE_UP) {
        more = false;
        for (Frontier.Waiting page : frontier.next(site.pages() - asked.size(), now)) {
          if (failures < GIVE_UP
              && !frontier.traps.trapped(page.address())
              && visit(page.address(), page.depth())) {
            more = true;
          }
        }
      }
      if (failures >= GIVE_UP) {
        notes.add("Stopped after " + GIVE_UP + " pages that could not be read; the rest waits.");
      }
    }

    private boolean visit(URI address, int depth) {
      if (!asked.add(address)) {
        return false;
      }
      PageState known = frontier.state(address);
      switch (fetcher.get(address, known.validators())) {
        case Fetch.Body body -> {
          answered++;
          failures = 0;
          body(address, depth, known, body);
        }
        case Fetch.NotModified same -> {
          answered++;
          failures = 0;
          frontier.keep(address, known.unchanged(now, source.every()));
        }
        case Fetch.Unavailable later -> {
          failures++;
          retryAfter = later.retryAfter();
          notes.unread(address, later.why());
          frontier.keep(
              address, known.atDepth(depth).failed(now, source.every(), later.retryAfter()));
        }
        case Fetch.Refused never -> {
          notes.refused(address, never.why());
          frontier.keep(address, known.atDepth(depth).failed(now, source.every(), REFUSED));
        }
      }
      return true;
    }

    private void body(URI address, int depth, PageState known, Fetch.Body body) {
      URI arrived = Addresses.canonical(body.address());
      boolean away = !Addresses.sameHost(arrived, address);
      if (away || !PageReader.readable(body.contentType())) {
        frontier.keep(address, known.unchanged(now, REFUSED));
        return;
      }
      Page page = extractor.read(body.bytes(), body.contentType(), body.address());
      follow(page, depth, known);
      URI own = PageReader.own(page, body.address());
      boolean alias = !own.equals(address) && frontier.read.containsKey(own.toString());
      boolean kept = !body.noIndex() && !page.noIndex() && !alias && !front(address, page);
      PageItems found = PageItems.of(page, own, known, body.truncated(), PageItems.Teasers.FOLLOW);
      boolean fresh = !found.text().equals(known.text()) && !notes.sameText(found.text());
      if (kept && fresh) {
        items.addAll(found.items());
      }
      notes.page(address, body, page);
      frontier.traps.visited(address, fresh && !alias);
      PageState state = state(known, body, found, fresh, depth);
      frontier.keep(address, state);
      if (!own.equals(address) && !alias) {
        frontier.keep(own, state.unchanged(now, source.every()));
      }
      moved = true;
    }

    private PageState state(
        PageState known, Fetch.Body body, PageItems found, boolean fresh, int depth) {
      PageState changed =
          known
              .atDepth(depth)
              .changed(body.validators(), found.text(), found.seen(), now, source.every());
      if (fresh) {
        return changed;
      }
      return new PageState(
              changed.validators(),
              changed.text(),
              changed.posts(),
              now,
              now,
              known.quiet(),
              0,
              depth)
          .unchanged(now, source.every());
    }

    /** A start page that is neither a text nor posts only shows the way to others. */
    private boolean front(URI address, Page page) {
      Kind kind = page.extraction().kind();
      return starts.contains(address) && kind == Kind.OTHER;
    }

    private void follow(Page page, int depth, PageState known) {
      if (depth >= site.depth()) {
        return;
      }
      // what turns up on a start page between two polls is news
      boolean news = depth == 0 && known.read().isAfter(Instant.EPOCH);
      for (URI target : page.links()) {
        URI canonical = Addresses.canonical(target);
        if (Addresses.followed(canonical, source.start().getFirst(), link)
            && !starts.contains(canonical)) {
          boolean fresh = news && !frontier.known(canonical);
          frontier.found(canonical, depth + 1, fresh ? now : null);
        }
      }
    }

    private Poll result() {
      if (answered == 0 && failures > 0) {
        return new Poll.Unavailable(notes.first("The site could not be read."), retryAfter);
      }
      if (answered == 0) {
        return new Poll.Refused(notes.first("The site does not want to be read."));
      }
      notes.backlog(frontier.backlog(), frontier.leftOut());
      Memory next = frontier.memory();
      return moved || !notes.list().isEmpty()
          ? new Poll.Fetched(items, next, notes.list())
          : new Poll.Unchanged(next);
    }
  }
}
