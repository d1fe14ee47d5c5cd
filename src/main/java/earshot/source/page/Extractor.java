package earshot.source.page;

import earshot.source.page.body.Block;
import earshot.source.page.body.Blocks;
import earshot.source.page.body.MainText;
import earshot.source.page.body.Trim;
import earshot.source.page.dom.Dates;
import earshot.source.page.dom.Html;
import earshot.source.page.facts.Authorship;
import earshot.source.page.facts.Languages;
import earshot.source.page.facts.PublishedDates;
import earshot.source.page.facts.Stated;
import earshot.source.page.facts.Titles;
import earshot.source.page.posts.Entry;
import earshot.source.page.posts.Gathered;
import earshot.source.page.posts.Gatherer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a page's bytes into what it says: pure, and it never throws for what the bytes are.
 *
 * <p>Structured data is believed first (schema.org in JSON-LD, microdata and RDFa; Open Graph;
 * microformats), the document's own evidence after it.
 */
public final class Extractor {
  private static final Logger LOG = LoggerFactory.getLogger(Extractor.class);

  /** Wall clocks without a zone are read as this one. */
  private static final ZoneId HOME = ZoneId.of("Europe/London");

  /** So many blocks behind a text its author may still be named. */
  private static final int CLOSE_BEHIND = 5;

  private final InstantSource clock;

  /**
   * @param clock what "2 hours ago" is relative to
   */
  public Extractor(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What the page says.
   *
   * @param html at most {@link Html#MOST_BYTES} of it are read; more is marked as truncated
   * @param contentType the header as sent, or null
   * @param address where it came from, which makes its links absolute
   */
  public Extraction extract(byte[] html, @Nullable String contentType, URI address) {
    return read(html, contentType, address).extraction();
  }

  /** What the page says, and where it leads. */
  public Page read(byte[] html, @Nullable String contentType, URI address) {
    boolean truncated = html.length > Html.MOST_BYTES;
    try {
      Document document = Html.parse(html, contentType, address);
      Stated stated = Stated.of(document, address);
      return PageLinks.page(stated, extract(stated, truncated));
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // the boundary of one page: it must not spoil the poll of a site
      LOG.warn(
          "A page of {} could not be understood and is left out", address.getHost(), unforeseen);
      return Page.nothing(truncated);
    }
  }

  private Extraction extract(Stated stated, boolean truncated) {
    Element body = stated.page().body();
    List<Block> blocks = Blocks.of(body);
    String title = Titles.of(stated);
    String titles = title + " " + stated.page().title();
    String description = stated.meta().description();
    List<Block> main = MainText.of(blocks, body, titles, description, stated.articleBody());
    Dates dates = dates(stated);
    Gathered gathered =
        new Gatherer(stated.page(), blocks, stated.things(), dates, stated.address()).gather();
    Predicate<Element> before = element -> beforeEnd(element, blocks, main);
    String author = Authorship.of(stated, before);
    Instant published = PublishedDates.of(stated, blocks, titleAt(blocks, title), dates, before);
    Kinds.Opening opening = new Kinds.Opening(author, published);
    Kinds.Decision decision =
        Kinds.decide(stated, blocks, Trim.of(main, title, author, dates), gathered, opening);
    Kinds.Opening said = said(decision, opening);
    return new Extraction(
        decision.kind(),
        title,
        said.author(),
        said.published(),
        Languages.of(stated, decision.text()),
        decision.text(),
        decision.items(),
        truncated || gathered.cut() && !decision.items().isEmpty());
  }

  /** Who said it, and when: a thread is its first post's, a listing is nobody's. */
  private static Kinds.Opening said(Kinds.Decision decision, Kinds.Opening page) {
    return switch (decision.kind()) {
      case THREAD -> {
        Entry first = decision.items().getFirst();
        yield new Kinds.Opening(first.author(), first.published());
      }
      case LISTING -> new Kinds.Opening("", null);
      case ARTICLE, OTHER -> page;
    };
  }

  private Dates dates(Stated stated) {
    Element html = stated.page().selectFirst("html");
    String language = html == null ? "" : html.attr("lang");
    boolean american = language.equalsIgnoreCase("en-US") || language.equalsIgnoreCase("en_US");
    boolean british = stated.address().toString().contains(".uk");
    return new Dates(clock.instant(), HOME, american && !british);
  }

  private static int titleAt(List<Block> blocks, String title) {
    for (Block block : blocks) {
      if (block.text().equals(title)) {
        return block.index();
      }
    }
    return -1;
  }

  /** Whether an element does not stand far behind the last block of the main text. */
  private static boolean beforeEnd(Element element, List<Block> blocks, List<Block> main) {
    int last = main.isEmpty() ? blocks.size() : main.getLast().index() + CLOSE_BEHIND;
    for (Block block : blocks) {
      if (block.index() > last) {
        return false;
      }
      if (within(block.element(), element) || within(element, block.element())) {
        return true;
      }
    }
    return true;
  }

  private static boolean within(Element inner, Element outer) {
    for (Element at = inner; at != null; at = at.parent()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  static String join(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
