package earshot.source.page.posts;

import earshot.source.page.body.Block;
import earshot.source.page.dom.Dates;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Reads one of many like elements without knowing the engine that wrote it. */
final class MemberReader {
  private static final Selectors AUTHORS =
      Selectors.of(
          "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .p-author, .author, .username, .fn, .poster,"
              + " .postername, .nickname, .byline, [class*=author], [class*=username], [class*=user-name], [class*=reviewer],"
              + " [class*=poster], [class*=nick], [class*=who], a[href*=/user/], a[href*=/users/], a[href*=/profile], a[href*=/member],"
              + " a[href*='/u/'], a[href*=memberlist], a[href*=author/], [class*=name], [class*=user], cite");
  private static final Selectors BOLD = Selectors.of("b, strong");
  private static final Evaluator STATED_DATES = QueryParser.parse(ElementDates.PLACES);
  private static final Evaluator LIKELY_DATES =
      QueryParser.parse(
          "[class*=date], [class*=time], [class*=posted], [class*=meta], [class*=ago], small, span, a, p, div, td, font, em, i, dt, h4, h5");
  private static final Evaluator TITLE_LINKS =
      QueryParser.parse(
          "h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[href]:has(h2), a[href]:has(h3), [class*=title] a[href], a[class*=title][href], a[href][rel=bookmark]");
  private static final Evaluator PERMALINKS =
      QueryParser.parse(
          "a[href*=permalink], a[class*=permalink], a[rel=bookmark], a[href*=#comment], a[href*=#post], a[href*=#p], a[href*=#c], a[href*=#review]");
  private static final Evaluator NAMES = QueryParser.parse("[id], a[name]");
  private static final Pattern BY =
      Pattern.compile(
          "(?:^|\\b(?:posted|written|submitted|reviewed|published|started|left|added)\\s+)(?:by|from|name:)\\s*:?\\s*([\\p{L}\\p{N}][^\\n|,•·]{0,50}?)(?=\\s+(?:on|at|in|\\()|\\s*[|,•·»\\n-]|\\s+\\d|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS =
      Pattern.compile(
          "^([\\p{L}\\p{N}][^\\n:|,.]{0,40}?)\\s+(?:says|said|wrote|writes|posted|commented|schrieb|a écrit)\\s*(?:[:,]|on\\b|at\\b|\\d|\\n|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("(?m)^(?:Name|From|Author)\\s*:\\s*(.{1,50})$");
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?:reply(?: to .*)?|quote|report(?: (?:this|post|abuse).*)?|like|likes?:? ?\\d*|share|permalink|link|edit|delete|up|down|\\+\\d+|-?\\d+"
              + "|helpful|was this (?:review )?helpful.*|useful|recommend.*|log in to .*|top|back to top|#\\d+|read more.*|continue reading.*|more|joined:?.*|posts:? ?[\\d,]*|location:.*|flag|upvote|downvote|antworten|respond|no comments?|\\d+ (?:comments?|likes?|replies|points?|views?)|verified.*|yes \\d*|no \\d*|[★☆⭐✩✪*\\s\\d/.,]+(?:stars?|out of 5)?|[|•·»\\[\\]() ]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final int SHORT = 90;

  private final Dates dates;
  private final String here;

  MemberReader(Dates dates, URI address) {
    this.dates = dates;
    this.here = address.toString().replaceFirst("#.*", "");
  }

  /** One member as an entry. */
  Entry read(Element member, List<Block> blocks, Set<Element> others, CharSequence earlier) {
    List<Element> own = Own.of(member, others);
    Element dateSpot = dateSpot(own);
    Instant at = dateSpot == null ? null : ElementDates.of(dateSpot, dates);
    String author = author(own, blocks);
    author = author.isEmpty() && dateSpot != null ? beside(dateSpot, blocks) : author;
    Element titleLink = titleLink(own);
    String title = titleLink == null ? "" : titleLink.text();
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      String text = words(block, author, title);
      if (!text.isEmpty() && !quoted(block, earlier)) {
        lines.add(text);
      }
    }
    String link = link(own, titleLink, dateSpot);
    return new Entry(author, at, link, title, String.join("\n", lines));
  }

  /** The name in the line that holds the date. */
  private static String beside(Element dateSpot, List<Block> blocks) {
    String date = dateSpot.text();
    for (Block block : blocks) {
      if (block.text().length() <= SHORT && block.text().contains(date)) {
        String name = Segments.named(block.text());
        return date.contains(name) && block.text().length() > date.length() + 2 ? "" : name;
      }
    }
    return "";
  }

  private String words(Block block, String author, String title) {
    String text = block.text();
    if (text.length() <= SHORT) {
      String rest = author.isEmpty() ? text : text.replace(author, " ");
      boolean dated = dates.parse(rest) != null || timed(block.element());
      boolean meta = dated && text.split("\\s+").length <= 14 && !text.endsWith(".");
      boolean named =
          text.equals(author) || Authors.clean(text).equals(author) && !author.isEmpty();
      if (meta || named || CONTROL.matcher(text).matches() || text.equals(title)) {
        return "";
      }
      boolean linked = block.linked() > text.length() * 0.8;
      if (linked && !HEADINGS.contains(block.element().normalName())) {
        return "";
      }
    }
    return NAMED.matcher(text).replaceAll("").strip();
  }

  private static boolean quoted(Block block, CharSequence earlier) {
    Element at = block.element();
    for (int up = 0; at != null && up < 4; up++, at = at.parent()) {
      if (at.normalName().equals("blockquote")
          || at.className().toLowerCase(Locale.ROOT).contains("quote")) {
        String text = block.text();
        String start = text.substring(0, Math.min(40, text.length()));
        return at.className().contains("quote")
            || at.selectFirst("cite") != null
            || earlier.toString().contains(start);
      }
      String marks = at.className().toLowerCase(Locale.ROOT);
      if (marks.contains("signature")) {
        return true;
      }
    }
    return false;
  }

  private static boolean timed(Element element) {
    return element.childNodeSize() < 12 && element.selectFirst("time") != null;
  }

  private @Nullable Element dateSpot(List<Element> own) {
    for (Evaluator place : List.of(STATED_DATES, LIKELY_DATES)) {
      for (Element each : Own.matching(own, place)) {
        boolean brief = place == STATED_DATES || each.childNodeSize() < 12 && brief(each.text());
        if (brief && ElementDates.of(each, dates) != null) {
          return each;
        }
      }
    }
    return null;
  }

  private static boolean brief(String text) {
    return text.length() >= 2 && text.length() <= SHORT;
  }

  private String author(List<Element> own, List<Block> blocks) {
    String marked = AUTHORS.first(own, value -> null, this::name);
    if (marked != null) {
      return marked;
    }
    String labelled = inWords(blocks, List.of(NAMED, BY));
    String bold = labelled.isEmpty() ? BOLD.first(own, value -> null, this::name) : labelled;
    return bold != null && !bold.isEmpty() && bold.length() <= 40
        ? bold
        : inWords(blocks, List.of(SAYS));
  }

  private static String inWords(List<Block> blocks, List<Pattern> patterns) {
    for (Block block : blocks) {
      String head = block.text().length() > 140 ? block.text().substring(0, 140) : block.text();
      for (Pattern pattern : patterns) {
        Matcher found = pattern.matcher(head);
        if (found.find() && !Authors.clean(found.group(1)).isEmpty()) {
          return Authors.clean(found.group(1));
        }
      }
    }
    return "";
  }

  private @Nullable String name(Element element) {
    if (element.childNodeSize() > 12 || !element.hasText()) {
      return null;
    }
    String name = Authors.clean(element.text());
    boolean plausible = name.length() > 1 && name.length() < 60 && dates.parse(name) == null;
    return plausible ? name : null;
  }

  /** The heading's link to another page, if the member is a teaser. */
  private @Nullable Element titleLink(List<Element> own) {
    for (Element link : Own.matching(own, TITLE_LINKS)) {
      if (link.text().length() > 5 && elsewhere(link.absUrl("href"))) {
        return link;
      }
    }
    return onlyLink(own);
  }

  /** The link that is nearly all there is, as in lists of events. */
  private @Nullable Element onlyLink(List<Element> own) {
    String all = own.getFirst().childNodeSize() < 12 ? own.getFirst().text() : "";
    for (Element link : all.length() < 200 ? own : List.<Element>of()) {
      boolean most = link.normalName().equals("a") && link.text().length() * 2 > all.length();
      if (most && link.text().length() >= 12 && elsewhere(link.absUrl("href"))) {
        return link;
      }
    }
    return null;
  }

  private boolean elsewhere(String target) {
    int hash = target.indexOf('#');
    String page = hash < 0 ? target : target.substring(0, hash);
    return !page.isEmpty() && !page.equals(here);
  }

  private @Nullable String link(
      List<Element> own, @Nullable Element title, @Nullable Element date) {
    if (title != null) {
      return title.absUrl("href");
    }
    Element dated = date == null ? null : date.closest("a[href]");
    dated = dated == null && date != null ? date.selectFirst("a[href]") : dated;
    boolean dates = dated != null && ElementDates.of(dated, this.dates) != null;
    if (dated != null && dates && !dated.absUrl("href").isEmpty()) {
      return dated.absUrl("href");
    }
    for (Element permalink : Own.matching(own, PERMALINKS)) {
      if (!permalink.absUrl("href").isEmpty()) {
        return permalink.absUrl("href");
      }
    }
    for (Element named : Own.matching(own, NAMES)) {
      String id = named.hasAttr("name") ? named.attr("name") : named.id();
      if (!id.isEmpty()) {
        return here + "#" + id;
      }
    }
    return null;
  }
}
