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
import org.jspecify.annotations.Nullable;

/** Reads one of many like elements without knowing the engine that wrote it. */
final class MemberReader {
  private static final String AUTHOR =
      "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .p-author, .author, .username, .fn, .poster,"
          + " .postername, .nickname, .byline, [class*=author], [class*=username], [class*=user-name], [class*=reviewer],"
          + " [class*=poster], [class*=nick], a[href*=/user/], a[href*=/users/], a[href*=/profile], a[href*=/member],"
          + " a[href*='/u/'], a[href*=memberlist], a[href*=author/], [class*=name], [class*=user], cite";
  private static final Pattern BY =
      Pattern.compile(
          "(?:^|\\b(?:posted|written|submitted|reviewed|published|started|left|added)\\s+)(?:by|from|name:)\\s*:?\\s*([\\p{L}\\p{N}][^\\n|,•·]{0,50}?)(?=\\s+(?:on|at|in|\\()|\\s*[|,•·»\\n-]|\\s+\\d|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS =
      Pattern.compile(
          "^([\\p{L}\\p{N}][^\\n:|,]{0,50}?)\\s+(?:says|said|wrote|writes|posted|commented|schrieb|a écrit)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("(?m)^(?:Name|From|Author)\\s*:\\s*(.{1,50})$");
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?:reply(?: to .*)?|quote|report(?: (?:this|post|abuse).*)?|like|likes?:? ?\\d*|share|permalink|link|edit|delete|up|down|\\+\\d+|-?\\d+"
              + "|helpful|was this (?:review )?helpful.*|useful|recommend.*|log in to .*|top|back to top|#\\d+|read more.*|continue reading.*|more|joined:?.*|posts:? ?[\\d,]*|location:.*|flag|upvote|downvote|antworten|respond|no comments?|\\d+ (?:comments?|likes?|replies|points?|views?)|verified.*|yes \\d*|no \\d*|[|•·»\\[\\]() ]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final int SHORT = 90;

  private final Dates dates;
  private final URI address;

  MemberReader(Dates dates, URI address) {
    this.dates = dates;
    this.address = address;
  }

  /** One member as an entry. */
  Entry read(Element member, List<Block> blocks, Set<Element> others, CharSequence earlier) {
    Element dateSpot = dateSpot(member, others);
    Instant at = dateSpot == null ? null : ElementDates.of(dateSpot, dates);
    String author = author(member, others, blocks);
    Element titleLink = titleLink(member);
    String title = titleLink == null ? "" : titleLink.text();
    List<String> lines = new ArrayList<>();
    for (Block block : blocks) {
      String text = words(block, author, title);
      if (!text.isEmpty() && !quoted(block, earlier)) {
        lines.add(text);
      }
    }
    return new Entry(
        author, at, link(member, titleLink, dateSpot), title, String.join("\n", lines));
  }

  private String words(Block block, String author, String title) {
    String text = block.text();
    if (text.length() <= SHORT) {
      boolean dated = ElementDates.of(block.element(), dates) != null || dates.parse(text) != null;
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

  @Nullable Element dateSpot(Element member, Set<Element> others) {
    for (Element each :
        member.select("time, [datetime], abbr[title], [data-time], [data-timestamp]")) {
      if (inside(each, member, others) && ElementDates.of(each, dates) != null) {
        return each;
      }
    }
    for (Element each :
        member.select(
            "[class*=date], [class*=time], [class*=posted], [class*=meta], [class*=ago], small, span, a, p, div, td, font, em, i, dt, h4, h5")) {
      String text = each.text();
      boolean brief = text.length() >= 2 && text.length() <= SHORT;
      if (brief && inside(each, member, others) && ElementDates.of(each, dates) != null) {
        return each;
      }
    }
    return null;
  }

  private String author(Element member, Set<Element> others, List<Block> blocks) {
    for (String selector : AUTHOR.split(", ")) {
      for (Element each : member.select(selector)) {
        String name = each.hasText() ? Authors.clean(each.text()) : "";
        if (name.length() > 1
            && name.length() < 60
            && inside(each, member, others)
            && dates.parse(name) == null) {
          return name;
        }
      }
    }
    for (Block block : blocks) {
      String head = block.text().length() > 140 ? block.text().substring(0, 140) : block.text();
      for (Pattern pattern : List.of(NAMED, SAYS, BY)) {
        Matcher found = pattern.matcher(head);
        if (found.find() && !Authors.clean(found.group(1)).isEmpty()) {
          return Authors.clean(found.group(1));
        }
      }
    }
    Element bold = member.selectFirst("b, strong");
    boolean brief = bold != null && bold.text().length() < 40 && inside(bold, member, others);
    return bold != null && brief && dates.parse(bold.text()) == null
        ? Authors.clean(bold.text())
        : "";
  }

  /** The heading's link to another page, if the member is a teaser. */
  @Nullable Element titleLink(Element member) {
    for (Element link :
        member.select(
            "h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[href]:has(h2), a[href]:has(h3), [class*=title] a[href], a[class*=title][href], a[href][rel=bookmark]")) {
      if (link.text().length() > 5 && elsewhere(link.absUrl("href"))) {
        return link;
      }
    }
    return null;
  }

  private boolean elsewhere(String target) {
    int hash = target.indexOf('#');
    String page = hash < 0 ? target : target.substring(0, hash);
    String here = address.toString().replaceFirst("#.*", "");
    return !page.isEmpty() && !page.equals(here);
  }

  private @Nullable String link(Element member, @Nullable Element title, @Nullable Element date) {
    if (title != null) {
      return title.absUrl("href");
    }
    Element dated = date == null ? null : date.closest("a[href]");
    dated = dated == null && date != null ? date.selectFirst("a[href]") : dated;
    if (dated != null && !dated.absUrl("href").isEmpty()) {
      return dated.absUrl("href");
    }
    Element permalink =
        member.selectFirst(
            "a[href*=permalink], a[class*=permalink], a[rel=bookmark], a[href*=#comment], a[href*=#post], a[href*=#p], a[href*=#c], a[href*=#review]");
    if (permalink != null && !permalink.absUrl("href").isEmpty()) {
      return permalink.absUrl("href");
    }
    String id = member.id();
    Element named = id.isEmpty() ? member.selectFirst("a[name], [id]") : null;
    id = named == null ? id : named.hasAttr("name") ? named.attr("name") : named.id();
    return id.isEmpty() ? null : address.toString().replaceFirst("#.*", "") + "#" + id;
  }

  /** Whether an element belongs to this member and not to one nested in it. */
  private static boolean inside(Element element, Element member, Set<Element> others) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at == member) {
        return true;
      }
      if (others.contains(at)) {
        return false;
      }
    }
    return false;
  }
}
