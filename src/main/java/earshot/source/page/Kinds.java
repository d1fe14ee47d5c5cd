package earshot.source.page;

import earshot.source.page.Extraction.Kind;
import earshot.source.page.body.Block;
import earshot.source.page.dom.Html;
import earshot.source.page.facts.Stated;
import earshot.source.page.posts.Entry;
import earshot.source.page.posts.Gathered;
import earshot.source.page.posts.Gathered.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Decides what a page is, by how its words divide between one text and what repeats. */
final class Kinds {
  /** What a page is, its text, and its posts or entries. */
  record Decision(Kind kind, String text, List<Entry> items) {}

  /** Who wrote a page, and when, as far as it says. */
  record Opening(String author, @Nullable Instant published) {}

  private static final int FEW_WORDS = 30;
  private static final int ARTICLE = 250;
  private static final int STATED_ARTICLE = 60;
  private static final int FEW_COMMENTS = 2;

  private Kinds() {}

  /**
   * @param opening who wrote the page itself and when; its text opens the thread below it
   */
  static Decision decide(
      Stated stated, List<Block> blocks, List<Block> main, Gathered gathered, Opening opening) {
    List<Block> own = outside(main, gathered);
    Decision repeats = repeats(stated, blocks, own, gathered, opening);
    return repeats == null ? oneText(stated, blocks, main, own, gathered) : repeats;
  }

  /** The page as that of its posts or entries; null when they only stand beside its text. */
  private static @Nullable Decision repeats(
      Stated stated, List<Block> blocks, List<Block> own, Gathered gathered, Opening opening) {
    int article = prose(own);
    int repeated = gathered.characters();
    int count = gathered.entries().size();
    boolean says = stated.saysArticle();
    return switch (gathered.type()) {
      case POSTS -> thread(gathered);
      case COMMENTS -> {
        boolean alone = article < Math.max(ARTICLE, repeated / 4);
        boolean theirs = alone && count >= FEW_COMMENTS && !(says && article >= ARTICLE / 2);
        yield theirs ? thread(opened(gathered, own, opening)) : null;
      }
      case REVIEWS -> {
        boolean alone = article < Math.max(ARTICLE * 2, repeated / 2);
        yield alone || count >= 3 && !says
            ? new Decision(Kind.LISTING, text(gathered), gathered.entries())
            : null;
      }
      case TEASERS -> {
        boolean alone = article < Math.max(ARTICLE, repeated / 3);
        boolean theirs = alone && count >= 3 && !(says && article >= ARTICLE);
        yield theirs ? listing(stated, gathered, blocks) : null;
      }
      case NONE -> null;
    };
  }

  /** The page as that of one text, with what was said below it. */
  private static Decision oneText(
      Stated stated, List<Block> blocks, List<Block> main, List<Block> own, Gathered gathered) {
    // beside an article what was only guessed needs a name that says so
    boolean said = gathered.type() == Type.COMMENTS || gathered.type() == Type.REVIEWS;
    boolean trusted = said && (gathered.known() || gathered.marked());
    List<Entry> comments = trusted ? gathered.entries() : List.of();
    List<Block> text = trusted ? own : main;
    if (prose(text) >= (stated.saysArticle() ? STATED_ARTICLE : ARTICLE)) {
      return new Decision(Kind.ARTICLE, Extractor.join(text), comments);
    }
    String stub = Extractor.join(text.isEmpty() ? visible(blocks) : text);
    return new Decision(Kind.OTHER, stub, comments);
  }

  private static Gathered opened(Gathered gathered, List<Block> own, Opening opening) {
    Entry first = gathered.entries().getFirst();
    Instant at = opening.published();
    boolean before = at != null && (first.published() == null || at.isBefore(first.published()));
    String text =
        Extractor.join(own.stream().filter(block -> !byline(block, opening.author())).toList());
    if (!before || opening.author().isEmpty() || text.length() < FEW_WORDS) {
      return gathered;
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(opening.author(), at, null, "", text));
    entries.addAll(gathered.entries());
    return new Gathered(
        gathered.type(),
        entries,
        gathered.elements(),
        gathered.blocks(),
        gathered.known(),
        gathered.cut());
  }

  private static boolean byline(Block block, String author) {
    return block.text().contains(author) && block.text().length() < author.length() + 40;
  }

  private static Decision thread(Gathered gathered) {
    return new Decision(Kind.THREAD, text(gathered), gathered.entries());
  }

  private static Decision listing(Stated stated, Gathered gathered, List<Block> blocks) {
    long dated = gathered.entries().stream().filter(entry -> entry.published() != null).count();
    String path = stated.address().getPath();
    boolean front = path == null || path.length() <= 1;
    if (front && dated * 2 < gathered.entries().size()) {
      return new Decision(Kind.OTHER, Extractor.join(visible(blocks)), List.of());
    }
    return new Decision(Kind.LISTING, text(gathered), gathered.entries());
  }

  private static String text(Gathered gathered) {
    return gathered.entries().stream()
        .map(entry -> entry.title().isEmpty() ? entry.text() : entry.title() + "\n" + entry.text())
        .collect(Collectors.joining("\n\n"));
  }

  private static List<Block> outside(List<Block> main, Gathered gathered) {
    List<Block> own = new ArrayList<>();
    for (Block block : main) {
      Element at = block.element();
      while (at != null && !gathered.elements().contains(at)) {
        at = at.parent();
      }
      boolean comments = gathered.type() == Type.COMMENTS && marked(block.element());
      if (at == null && !comments && !gathered.blocks().contains(block.index())) {
        own.add(block);
      }
    }
    return own;
  }

  /** Headings and notes of a comment section. */
  private static boolean marked(Element element) {
    Element parent = element.parent();
    return Html.marks(element).contains("comment")
        || parent != null
            && !parent.normalName().equals("body")
            && Html.marks(parent).contains("comment");
  }

  /** Characters in blocks that are more than a label. */
  private static int prose(List<Block> blocks) {
    int sum = 0;
    for (Block block : blocks) {
      boolean words = block.text().length() >= 40 && block.linked() * 2 < block.text().length();
      sum += words ? block.text().length() : 0;
    }
    return sum;
  }

  private static List<Block> visible(List<Block> blocks) {
    return blocks.stream().filter(block -> !block.hidden()).toList();
  }
}
