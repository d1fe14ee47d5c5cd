package earshot.source.page;

import com.google.re2j.Pattern;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import earshot.source.Fetch;
import earshot.source.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a site's sitemaps, and theirs, for the pages they name (sitemaps.org 0.9, news included).
 */
final class Sitemaps {
  private static final int MOST_FETCHED = 10;
  private static final int SITEMAP_DEPTH = 1;

  private final Fetcher fetcher;
  private final Frontier frontier;
  private final @Nullable Pattern link;
  private final Instant now;
  private final Duration every;
  private final SiteNotes notes;
  private final Set<URI> seen = new HashSet<>();
  private int fetched;

  Sitemaps(
      Fetcher fetcher,
      Frontier frontier,
      @Nullable Pattern link,
      Instant now,
      Duration every,
      SiteNotes notes) {
    this.fetcher = fetcher;
    this.frontier = frontier;
    this.link = link;
    this.now = now;
    this.every = every;
    this.notes = notes;
  }

  /** Reads these and the newest of what they point to, ten at the most in one poll. */
  void read(List<URI> configured, URI site) {
    Set<URI> first = new LinkedHashSet<>(configured);
    first.addAll(fetcher.sitemaps(site));
    List<URI> open = new ArrayList<>(first);
    while (!open.isEmpty() && fetched < MOST_FETCHED) {
      URI next = open.removeFirst();
      boolean allowed = first.contains(next) || Addresses.sameHost(next, site);
      if (allowed && seen.add(next) && !state(next).due().isAfter(now)) {
        open.addAll(0, fetch(next, site));
      }
    }
  }

  private PageState state(URI sitemap) {
    return PageState.decode(frontier.other("map:" + sitemap));
  }

  private List<URI> fetch(URI sitemap, URI site) {
    PageState known = state(sitemap);
    fetched++;
    switch (fetcher.get(sitemap, known.validators())) {
      case Fetch.Body body -> {
        frontier.other(
            "map:" + sitemap,
            known.changed(body.validators(), "", Set.of(), now, Duration.ofSeconds(1)).encode());
        return parse(body, sitemap, site);
      }
      case Fetch.NotModified unchanged -> {
        // an index that is the same may still point to sitemaps that are not
        frontier.other(
            "map:" + sitemap,
            known.changed(known.validators(), "", Set.of(), now, Duration.ofSeconds(1)).encode());
        return List.of();
      }
      case Fetch.Unavailable later -> {
        notes.add("The sitemap " + sitemap + " could not be read: " + later.why());
        frontier.other("map:" + sitemap, known.failed(now, every, later.retryAfter()).encode());
        return List.of();
      }
      case Fetch.Refused never -> {
        frontier.other("map:" + sitemap, known.failed(now, every, Duration.ofDays(1)).encode());
        return List.of();
      }
    }
  }

  private List<URI> parse(Fetch.Body body, URI sitemap, URI site) {
    if (body.truncated()) {
      notes.add("The sitemap " + sitemap + " was longer than what is read; its end is missing.");
    }
    SiteMapParser parser = new SiteMapParser(false);
    parser.enableExtension(Extension.NEWS);
    try {
      AbstractSiteMap map = parser.parseSiteMap(body.bytes(), sitemap.toURL());
      if (map instanceof SiteMapIndex index) {
        return children(index);
      }
      if (map instanceof SiteMap pages) {
        pages.getSiteMapUrls().forEach(page -> note(page, site));
      }
    } catch (UnknownFormatException | IOException | IllegalArgumentException broken) {
      notes.add("The sitemap " + sitemap + " cannot be understood and is left out.");
    }
    return List.of();
  }

  /** Newest first; those that have not changed since they were read are left out. */
  private List<URI> children(SiteMapIndex index) {
    List<AbstractSiteMap> maps = new ArrayList<>(index.getSitemaps());
    maps.sort(
        Comparator.comparing(map -> modified(map.getLastModified()), Comparator.reverseOrder()));
    List<URI> children = new ArrayList<>();
    for (AbstractSiteMap map : maps) {
      URI address = map.getUrl() == null ? null : PageLinks.address(map.getUrl().toString());
      if (address != null) {
        Instant read = state(address).read();
        Date date = map.getLastModified();
        boolean same = date != null && read.isAfter(Instant.EPOCH) && modified(date).isBefore(read);
        if (!same) {
          children.add(address);
        }
      }
    }
    return children;
  }

  private static Instant modified(@Nullable Date date) {
    return date == null ? Instant.EPOCH : date.toInstant();
  }

  private void note(SiteMapURL page, URI site) {
    URI address = page.getUrl() == null ? null : PageLinks.address(page.getUrl().toString());
    if (address == null) {
      return;
    }
    URI target = Addresses.canonical(address);
    if (Addresses.followed(target, site, link)) {
      Instant changed = published(page);
      frontier.found(
          target, SITEMAP_DEPTH, changed != null && changed.isAfter(now) ? now : changed);
    }
  }

  private static @Nullable Instant published(SiteMapURL page) {
    if (page.getLastModified() != null) {
      return page.getLastModified().toInstant();
    }
    ExtensionMetadata[] news = page.getAttributesForExtension(Extension.NEWS);
    if (news != null) {
      for (ExtensionMetadata each : news) {
        if (each instanceof NewsAttributes story && story.getPublicationDate() != null) {
          return story.getPublicationDate().toInstant();
        }
      }
    }
    return null;
  }
}
