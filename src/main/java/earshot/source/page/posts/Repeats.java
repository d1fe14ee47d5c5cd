package earshot.source.page.posts;

import earshot.source.page.body.Block;
import earshot.source.page.dom.Dates;
import earshot.source.page.dom.Html;
import earshot.source.page.posts.Gathered.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds posts and teasers by their repetition alone, on pages of engines that nobody listed. */
final class Repeats {
  private static final int SHORT = 90;
  private static final int MOST_SPOTS = 6000;
  private static final double DATED = 0.6;
  private static final Pattern MARKED =
      Pattern.compile("comment|post|message|reply|review|entry|feedback|testimonial|guest|answer");
  private static final String NAMED_DATES =
      "[class*=date], [class*=time], [class*=when], [class*=ago], [class*=posted], [class*=stamp], [class*=created]";
  private static final String FURNITURE =
      "nav, footer, aside, [role=navigation], [class*=sidebar], [id*=sidebar], [class*=widget], [class*=menu], [class*=related], [class*=footer]";

  private final Document page;
  private final List<Block> blocks;
  private final Dates dates;
  private final MemberReader reader;

  Repeats(Document page, List<Block> blocks, Dates dates, URI address) {
    this.page = page;
    this.blocks = blocks;
    this.dates = dates;
    this.reader = new MemberReader(dates, address);
  }

  /** Like elements with a date each: posts, comments, reviews, or dated teasers. */
  Gathered dated() {
    Set<Element> spots = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Element> inOrder = new ArrayList<>();
    for (Element spot : page.select(ElementDates.PLACES + ", " + NAMED_DATES)) {
      boolean brief = spot.childNodeSize() < 8 && spot.text().length() <= SHORT;
      boolean outermost = spot.parent() == null || !spots.contains(spot.parent());
      if (brief && outermost && ElementDates.of(spot, dates) != null && spots.add(spot)) {
        inOrder.add(spot);
      }
    }
    for (Block block : blocks) {
      boolean brief = block.text().length() <= SHORT && dates.parse(block.text()) != null;
      if (brief && spots.add(block.element())) {
        inOrder.add(block.element());
      }
    }
    return best(inOrder, 3, true);
  }

  /** Like elements with a linked heading each, dated or not. */
  Gathered titled() {
    List<Element> spots = new ArrayList<>();
    for (Element heading : page.select("h2, h3, h4, [class*=title]")) {
      boolean linked = heading.selectFirst("a[href]") != null || heading.closest("a[href]") != null;
      if (linked && heading.text().length() > 8) {
        spots.add(heading);
      }
    }
    return best(spots, 2, false);
  }

  private Gathered best(List<Element> spots, int most, boolean dated) {
    List<Element> used = spots.subList(0, Math.min(MOST_SPOTS, spots.size()));
    Gathered best = best(Groups.of(used, most), dated);
    boolean cut = used.size() < spots.size() && !best.entries().isEmpty();
    return new Gathered(best.type(), best.entries(), best.elements(), Set.of(), false, cut);
  }

  private Gathered best(List<List<Element>> groups, boolean dated) {
    Gathered best = Gathered.NOTHING;
    double bestScore = 0;
    Map<Element, List<Block>> below = below();
    for (List<Element> group : groups) {
      if (upperBound(group, below) <= bestScore) {
        continue;
      }
      Gathered read = read(group, below, dated);
      double score = score(read);
      if (score > bestScore) {
        bestScore = score;
        best = read;
      }
    }
    return best;
  }

  private static double upperBound(List<Element> group, Map<Element, List<Block>> below) {
    double sum = 0;
    for (Element member : group) {
      for (Block block : below.getOrDefault(member, List.of())) {
        sum += block.text().length();
      }
    }
    return sum;
  }

  /** Prose counts; a group in the page's furniture hardly does. */
  private static double score(Gathered read) {
    if (read.entries().isEmpty()) {
      return 0;
    }
    Element first = read.elements().iterator().next();
    double score = read.characters();
    long named = read.entries().stream().filter(entry -> !entry.author().isEmpty()).count();
    score *= 1 + 0.3 * named / read.entries().size();
    return first.closest(FURNITURE) == null ? score : score / 20;
  }

  private Gathered read(List<Element> group, Map<Element, List<Block>> below, boolean dated) {
    Set<Element> members = Collections.newSetFromMap(new IdentityHashMap<>());
    members.addAll(group);
    List<Entry> entries = new ArrayList<>();
    StringBuilder earlier = new StringBuilder();
    int withDate = 0;
    int teasers = 0;
    int rated = 0;
    for (Element member : group) {
      List<Block> own = own(member, members, below);
      Entry entry = reader.read(member, own, members, earlier);
      if (entry.text().isBlank() && entry.title().isEmpty()) {
        continue;
      }
      earlier.append(entry.text()).append('\n');
      withDate += entry.published() == null ? 0 : 1;
      teasers += entry.title().isEmpty() ? 0 : 1;
      rated += rated(member) ? 1 : 0;
      entries.add(entry);
    }
    int count = entries.size();
    if (count < 2 || dated && withDate < DATED * count || !dated && teasers < DATED * count) {
      return Gathered.NOTHING;
    }
    Type type = teasers > count / 2 ? Type.TEASERS : Type.COMMENTS;
    type = rated > count / 2 ? Type.REVIEWS : type;
    Gathered read = new Gathered(type, entries, members, Set.of(), false, false);
    return plausible(read, group) ? read : Gathered.NOTHING;
  }

  /**
   * Whether a group can be what it seems: not the page's own frame, not one text and its shreds.
   */
  private static boolean plausible(Gathered read, List<Element> group) {
    int count = group.size();
    long frames =
        group.stream().filter(member -> member.selectFirst("h1, nav, main") != null).count();
    int longest = read.entries().stream().mapToInt(entry -> entry.text().length()).max().orElse(0);
    boolean signed =
        read.entries().stream()
            .allMatch(entry -> entry.published() != null && !entry.author().isEmpty());
    boolean uneven =
        longest > 0.7 * read.characters()
            && longest > 400
            && (!signed || read.type() == Type.TEASERS);
    if (frames > 0 && frames < DATED * count || uneven) {
      return false;
    }
    if (read.type() == Type.TEASERS) {
      long distinct = read.entries().stream().map(Entry::url).distinct().count();
      return distinct >= DATED * read.entries().size() && count >= 3;
    }
    long named = read.entries().stream().filter(entry -> !entry.author().isEmpty()).count();
    boolean marked = marked(group.getFirst());
    return count == 2 ? marked && named == 2 : named >= DATED * read.entries().size() || marked;
  }

  private static boolean marked(Element member) {
    Element at = member;
    for (int up = 0;
        at != null && up < 3 && !at.normalName().equals("body");
        up++, at = at.parent()) {
      if (MARKED.matcher(Html.marks(at)).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean rated(Element member) {
    return member.selectFirst(
            "[itemprop=reviewRating], [itemprop=ratingValue], [class*=rating], [class*=stars], [aria-label*=star], [alt*=star]")
        != null;
  }

  private static List<Block> own(
      Element member, Set<Element> members, Map<Element, List<Block>> below) {
    List<Block> own = new ArrayList<>();
    for (Block block : below.getOrDefault(member, List.of())) {
      Element at = block.element();
      while (at != null && !members.contains(at)) {
        at = at.parent();
      }
      if (at == member) {
        own.add(block);
      }
    }
    return own;
  }

  private Map<Element, List<Block>> below() {
    Map<Element, List<Block>> below = new IdentityHashMap<>();
    for (Block block : blocks) {
      if (block.hidden() && Html.marks(block.element()).contains("screen-reader")) {
        continue;
      }
      Element at = block.element();
      for (int up = 0; at != null && up < 16; up++, at = at.parent()) {
        below.computeIfAbsent(at, element -> new ArrayList<>()).add(block);
      }
    }
    return below;
  }
}
