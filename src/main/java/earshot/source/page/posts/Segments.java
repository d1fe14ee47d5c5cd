package earshot.source.page.posts;

import earshot.source.page.body.Block;
import earshot.source.page.dom.Dates;
import earshot.source.page.posts.Gathered.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds posts that have no element of their own: a line with name and date, then what was said,
 * then the next such line. Guestbooks and hand-made comment pages are written like this.
 */
final class Segments {
  private static final int HEAD = 110;
  private static final int HEAD_LINES = 3;
  private static final Pattern FIELD =
      Pattern.compile(
          "(?:^|\\n)\\s*(?:name|from|date|posted|time|message|comments?|location|e-?mail|subject)\\s*:\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile(
          "^\\s*(?:\\(?#?\\d+\\)?[.):]?\\s+)?(?:(?:posted|written|message|comment|reply)\\s+)?(?:by\\s*:?\\s+|from\\s*:?\\s+|name\\s*:\\s*)?"
              + "([\\p{L}\\p{N}_][\\p{L}\\p{N}_ .'’-]{0,38}?)"
              + "(?=\\s*(?:[,|(:;@•·–—»-]|\\bon\\b|\\bwrote\\b|\\bsaid\\b|\\bsays\\b|\\bposted\\b|\\bat\\b|\\n|\\d|$))",
          Pattern.CASE_INSENSITIVE);

  /** "Name (16 Nov 2026): what was said", all in one paragraph. */
  private static final Pattern INLINE =
      Pattern.compile(
          "^([\\p{L}\\p{N}_][\\p{L}\\p{N}_ .'’-]{1,38}?)\\s*(?:[(\\[,–—|-]|\\bon\\b)\\s*([^()\\[\\]\\n]{6,40}?)[)\\]]?\\s*(?::|\\bwrote:|\\bsaid:|–|—)\\s+");

  /** A block that opens a post: its date, its author, and what is said in the block itself. */
  private record Head(Block block, Instant at, String author, String rest) {}

  private final List<Block> blocks;
  private final Dates dates;
  private final String here;

  Segments(List<Block> blocks, Dates dates, String here) {
    this.blocks = blocks;
    this.dates = dates;
    this.here = here;
  }

  /** The posts of the container that holds most of them by their words. */
  Gathered read() {
    Map<Element, List<Head>> byParent = new LinkedHashMap<>();
    for (Block block : blocks) {
      Element parent = parent(block.element());
      Head head = parent == null ? null : head(block);
      if (parent != null && head != null) {
        byParent.computeIfAbsent(parent, element -> new ArrayList<>()).add(head);
      }
    }
    Gathered best = Gathered.NOTHING;
    for (var each : byParent.entrySet()) {
      Gathered read = read(each.getKey(), each.getValue());
      best = read.characters() > best.characters() ? read : best;
    }
    return best;
  }

  /** Rows stand in their table; what a block's own words stand in is their parent. */
  private static @Nullable Element parent(Element element) {
    return switch (element.normalName()) {
      case "td", "th" -> element.parent() == null ? null : element.parent().parent();
      case "p", "dt", "dd", "li", "tr", "h2", "h3", "h4", "h5", "h6", "blockquote" ->
          element.parent();
      default -> element.childNodeSize() > 6 ? element : element.parent();
    };
  }

  private Gathered read(Element parent, List<Head> heads) {
    if (heads.size() < 2 || heads.stream().filter(head -> !head.author().isEmpty()).count() < 2) {
      return Gathered.NOTHING;
    }
    List<Entry> entries = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    int longest = 0;
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int index = head.block().index();
      boolean last = i + 1 == heads.size();
      // what follows the last post may be the foot of the page: it gets no more than the others
      int end =
          last ? Math.min(blocks.size(), index + 1 + longest) : heads.get(i + 1).block().index();
      longest = last ? longest : Math.max(longest, end - index - 1);
      used.add(index);
      StringBuilder text = new StringBuilder(head.rest());
      for (int b = index + 1; b < end; b++) {
        Block block = blocks.get(b);
        if (!under(block.element(), parent)) {
          break;
        }
        used.add(b);
        if (block.linked() < 0.8 * block.text().length()) {
          text.append('\n').append(block.text());
        }
      }
      String said = FIELD.matcher(text).replaceAll("\n").strip();
      if (!said.isEmpty()) {
        String id = head.block().element().id();
        entries.add(
            new Entry(head.author(), head.at(), id.isEmpty() ? null : here + "#" + id, "", said));
      }
    }
    boolean enough = entries.size() >= 2 && entries.size() * 5 >= heads.size() * 4;
    return enough
        ? new Gathered(Type.COMMENTS, entries, Set.of(), used, false, false)
        : Gathered.NOTHING;
  }

  private static boolean under(Element element, Element parent) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at == parent) {
        return true;
      }
    }
    return false;
  }

  /** Null when the block does not open a post. */
  private @Nullable Head head(Block block) {
    String[] lines = block.text().split("\n");
    for (int i = 0; i < Math.min(HEAD_LINES, lines.length); i++) {
      Instant at = lines[i].length() <= HEAD ? dates.parse(lines[i]) : null;
      if (at != null && dateLike(lines[i])) {
        String author = author(lines, i);
        StringBuilder rest = new StringBuilder();
        for (int k = 0; k < lines.length; k++) {
          boolean named = k < HEAD_LINES && !author.isEmpty() && lines[k].contains(author);
          if (k != i && !named) {
            rest.append(lines[k]).append('\n');
          }
        }
        return new Head(block, at, author, rest.toString().strip());
      }
    }
    Matcher inline = INLINE.matcher(block.text());
    if (inline.find()) {
      Instant at = dates.parse(inline.group(2));
      String said = block.text().substring(inline.end()).strip();
      return at == null || said.isEmpty()
          ? null
          : new Head(block, at, Authors.clean(inline.group(1)), said);
    }
    return null;
  }

  /** A line that is about its date, not a sentence that mentions one. */
  private static boolean dateLike(String line) {
    return line.split("\\s+").length <= 14 && !line.matches(".*[\\p{L}]{3,}[.!?]$");
  }

  /** The name that a line with a date begins with, "" when it begins with none. */
  static String named(String line) {
    return author(new String[] {line}, 0);
  }

  private static String author(String[] lines, int dated) {
    for (int i = 0; i < Math.min(HEAD_LINES, lines.length); i++) {
      Matcher name = NAME.matcher(lines[i]);
      boolean labelled =
          lines[i]
              .toLowerCase(java.util.Locale.ROOT)
              .matches("\\s*(?:name|from|posted by|by)\\b.*");
      if ((i == dated || labelled || i == dated - 1) && name.find()) {
        String clean = Authors.clean(name.group(1));
        boolean word = Dates.names(clean);
        if (!clean.isEmpty()
            && !word
            && !clean.matches("(?i)(?:date|posted|on|time|message|published|updated|\\d.*)")) {
          return clean;
        }
      }
    }
    return "";
  }
}
