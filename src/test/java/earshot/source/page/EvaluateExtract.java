package earshot.source.page;

import de.l3s.boilerpipe.extractors.ArticleExtractor;
import earshot.source.page.body.Block;
import earshot.source.page.body.Blocks;
import earshot.source.page.body.LearnMainText;
import earshot.source.page.body.MainTextLabels;
import earshot.source.page.dom.Html;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dankito.readability4j.Readability4J;

/**
 * {@code ./dev evaluate extract}: the main text on the development set, beside two others.
 *
 * <p>Two measures. Snippets: of each page some phrases must be in the text and some must not; as
 * the set's makers count, precision is wanted phrases over all phrases found, recall wanted phrases
 * found over all wanted. Whole texts: on the pages whose blocks were labelled by hand, precision
 * and recall of runs of four words, averaged over pages.
 */
public final class EvaluateExtract {
  /** Something that finds a page's main text. */
  private interface Peer {
    String text(ArticleSet.Page page) throws Exception;
  }

  private EvaluateExtract() {}

  public static void main(String[] arguments) throws IOException {
    if (!ArticleSet.present()) {
      System.out.println(
          "The development set is not here ("
              + ArticleSet.PLACE.toAbsolutePath().normalize()
              + "), so nothing was measured. Set EARSHOT_ARTICLES to where it is.");
      return;
    }
    List<ArticleSet.Page> pages = ArticleSet.read();
    Map<String, String> whole = whole(pages);
    System.out.printf(
        "%d pages, %d with a whole text labelled by hand%n%n", pages.size(), whole.size());
    System.out.printf(
        "%-38s %26s %26s %9s%n",
        "", "snippets: P      R     F1", "whole: P      R     F1", "pages/s");
    Extractor extractor = new Extractor(InstantSource.system());
    Map<String, String> unseen = unseen();
    measure("Earshot, pages it learnt nothing from", pages, whole, page -> unseen.get(page.id()));
    measure(
        "Earshot, as it ships",
        pages,
        whole,
        page -> extractor.extract(page.html(), null, address(page)).text());
    measure(
        "Readability4J 1.0.8",
        pages,
        whole,
        page -> new Readability4J(address(page).toString(), html(page)).parse().getTextContent());
    measure(
        "boilerpipe 1.2.3, ArticleExtractor",
        pages,
        whole,
        page -> ArticleExtractor.INSTANCE.getText(html(page)));
  }

  private static URI address(ArticleSet.Page page) {
    try {
      URI address = URI.create(page.url().strip());
      return address.getHost() == null ? URI.create("https://page.example/" + page.id()) : address;
    } catch (IllegalArgumentException notAnAddress) {
      return URI.create("https://page.example/" + page.id());
    }
  }

  private static String html(ArticleSet.Page page) {
    return new String(page.html(), StandardCharsets.UTF_8);
  }

  /** The labelled pages' texts. */
  private static Map<String, String> whole(List<ArticleSet.Page> pages) throws IOException {
    Map<String, MainTextLabels.Labels> labels = MainTextLabels.read();
    Map<String, String> texts = new HashMap<>();
    for (ArticleSet.Page page : pages) {
      MainTextLabels.Labels known = labels.get(page.id());
      if (known != null) {
        List<Block> blocks =
            Blocks.of(Html.parse(page.html(), null, URI.create("https://page.example/")).body());
        String[] names = MainTextLabels.names(blocks);
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
          if (known.belongs().contains(names[block.index()])) {
            text.append(block.text()).append('\n');
          }
        }
        texts.put(page.id(), text.toString());
      }
    }
    return texts;
  }

  /** The text of each page by a model that was learnt from the other four fifths of the set. */
  private static Map<String, String> unseen() throws IOException {
    List<LearnMainText.Sample> samples = LearnMainText.samples();
    Map<String, String> texts = new HashMap<>();
    for (int fold = 0; fold < 5; fold++) {
      int out = fold;
      LearnMainText.Model model = LearnMainText.learn(samples, page -> page.fold() != out);
      for (LearnMainText.Sample sample : samples) {
        if (sample.page().fold() == out) {
          texts.put(sample.page().id(), model.text(sample));
        }
      }
    }
    return texts;
  }

  private static void measure(
      String name, List<ArticleSet.Page> pages, Map<String, String> whole, Peer peer) {
    double with = 0;
    double wanted = 0;
    double without = 0;
    List<Shingles> shingles = new ArrayList<>();
    long start = System.nanoTime();
    Map<String, String> texts = new HashMap<>();
    for (ArticleSet.Page page : pages) {
      texts.put(page.id(), text(peer, page));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (ArticleSet.Page page : pages) {
      String text = flat(texts.get(page.id()));
      with += page.with().stream().filter(each -> text.contains(flat(each))).count();
      wanted += page.with().size();
      without += page.without().stream().filter(each -> text.contains(flat(each))).count();
      if (whole.containsKey(page.id())) {
        shingles.add(Shingles.compare(text, whole.get(page.id())));
      }
    }
    double precision = with / (with + without);
    double recall = with / wanted;
    double wholeP = shingles.stream().mapToDouble(Shingles::precision).average().orElse(0);
    double wholeR = shingles.stream().mapToDouble(Shingles::recall).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%-38s     %8.3f %6.3f %6.3f    %9.3f %6.3f %6.3f %9s%n",
        name,
        precision,
        recall,
        Shingles.f1(precision, recall),
        wholeP,
        wholeR,
        Shingles.f1(wholeP, wholeR),
        seconds < 0.5 ? "-" : "%.1f".formatted(pages.size() / seconds));
  }

  private static String text(Peer peer, ArticleSet.Page page) {
    try {
      String text = peer.text(page);
      return text == null ? "" : text;
    } catch (Exception thrown) {
      return "";
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
