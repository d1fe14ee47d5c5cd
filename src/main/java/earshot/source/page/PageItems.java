package earshot.source.page;

import earshot.source.Item;
import earshot.source.page.Extraction.Kind;
import earshot.source.page.posts.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is new on a page, as items.
 *
 * @param items new or changed since {@code seen} was kept
 * @param text hash of the main text
 * @param seen the posts known before and those handed on now
 */
record PageItems(List<Item> items, String text, Set<String> seen) {
  private static final int LEAST_TEXT = 40;

  /** What to do with the entries of a listing that lead to other pages. */
  enum Teasers {
    KEEP,
    FOLLOW
  }

  /**
   * @param own the address that the page goes by
   * @param known what was kept of it
   * @param cut whether the body was longer than what was read
   */
  static PageItems of(Page page, URI own, PageState known, boolean cut, Teasers teasers) {
    Extraction found = page.extraction();
    Set<String> seen = known.postSet();
    List<Item> items = new ArrayList<>();
    String hash = Hash.of(found.title(), found.text());
    boolean whole = found.kind() == Kind.ARTICLE || found.kind() == Kind.OTHER;
    boolean enough = found.text().length() >= LEAST_TEXT && !page.needsScript();
    if (whole && enough && !hash.equals(known.text())) {
      items.add(whole(found, own, cut));
    }
    for (Entry entry : found.items()) {
      boolean follow = teasers == Teasers.FOLLOW && teaser(found, entry, own);
      String id = follow ? "" : id(entry, own);
      if (!follow && seen.add(Hash.of(id, entry.text()))) {
        items.add(post(found, entry, id, cut));
      }
    }
    return new PageItems(items, hash, seen);
  }

  private static Item whole(Extraction found, URI own, boolean cut) {
    return new Item(
        own.toString(),
        own.toString(),
        found.title(),
        found.author(),
        "",
        found.text(),
        found.language(),
        found.published(),
        null,
        cut || found.truncated());
  }

  private static Item post(Extraction found, Entry entry, String id, boolean cut) {
    return new Item(
        id,
        entry.url() == null ? id : entry.url(),
        entry.title(),
        entry.author(),
        found.title(),
        entry.text(),
        found.language(),
        entry.published(),
        null,
        cut || found.truncated());
  }

  /** An entry of a listing that only announces another page of the same host. */
  private static boolean teaser(Extraction found, Entry entry, URI own) {
    URI target = address(entry.url());
    return found.kind() == Kind.LISTING
        && !entry.title().isEmpty()
        && target != null
        && Addresses.sameHost(target, own)
        && !Addresses.canonical(target).equals(Addresses.canonical(own));
  }

  private static @Nullable URI address(@Nullable String url) {
    return url == null ? null : PageLinks.address(url);
  }

  private static String id(Entry entry, URI own) {
    String link = entry.url();
    boolean bare = link == null || link.equals(own.toString()) || link.endsWith("#");
    if (link != null && !bare) {
      return link;
    }
    return own
        + "#"
        + Hash.of(entry.author(), String.valueOf(entry.published()) + head(entry.text()));
  }

  /** The start of a post: an edit further down leaves its id alone. */
  private static String head(String text) {
    return text.length() > 80 ? text.substring(0, 80) : text;
  }
}
