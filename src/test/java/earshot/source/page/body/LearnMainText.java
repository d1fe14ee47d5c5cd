package earshot.source.page.body;

import earshot.source.page.ArticleSet;
import earshot.source.page.ArticleSet.Page;
import earshot.source.page.dom.Html;
import earshot.source.page.dom.Meta;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/**
 * Learns the two forests of {@link MainText} from the development set: blocks that were labelled by
 * hand, and blocks that hold a wanted or an unwanted snippet. Deterministic.
 */
public final class LearnMainText {
  private static final Path OUT = Path.of("src/main/resources/earshot/source/page/body");
  private static final int FIRST_TREES = 240;
  private static final int SECOND_TREES = 240;
  private static final int FOLDS = 5;

  /** One page's blocks, what is known of each: 1, 0, or -1 for nothing; and how much it counts. */
  public record Sample(
      Page page, List<Block> blocks, float[][] rows, float[] target, float[] weight) {}

  /** Both looks, learnt together. */
  public record Model(Forest first, Forest second) {
    /** The main text of a page, by this model. */
    public String text(Sample sample) {
      double[] sure = probabilities(sample);
      StringBuilder text = new StringBuilder();
      for (Block block : sample.blocks) {
        if (sure[block.index()] >= 0.5) {
          text.append(block.text()).append('\n');
        }
      }
      return text.toString();
    }

    public double[] probabilities(Sample sample) {
      double[] look = new double[sample.rows.length];
      for (int i = 0; i < look.length; i++) {
        look[i] = first.probability(sample.rows[i]);
      }
      Context context = new Context(sample.blocks, look);
      double[] again = new double[look.length];
      for (int i = 0; i < look.length; i++) {
        again[i] = second.probability(context.of(sample.blocks.get(i), sample.rows[i]));
      }
      return again;
    }
  }

  private LearnMainText() {}

  public static void main(String[] arguments) throws IOException {
    Model model = learn(samples(), page -> true);
    Files.createDirectories(OUT);
    Boosting.write(model.first, Files.newOutputStream(OUT.resolve("main-text-1.forest")));
    Boosting.write(model.second, Files.newOutputStream(OUT.resolve("main-text-2.forest")));
  }

  public static List<Sample> samples() throws IOException {
    Map<String, MainTextLabels.Labels> labels = MainTextLabels.read();
    List<Sample> samples = new ArrayList<>();
    for (Page page : ArticleSet.read()) {
      Document document = Html.parse(page.html(), null, URI.create("http://page.example/"));
      List<Block> blocks = Blocks.of(document.body());
      Meta meta = new Meta(document);
      String title = meta.first("og:title") + " " + document.title();
      float[][] rows = Features.rows(blocks, document.body(), title, meta.description());
      float[] target = new float[blocks.size()];
      float[] weight = new float[blocks.size()];
      label(page, blocks, labels.get(page.id()), target, weight);
      samples.add(new Sample(page, blocks, rows, target, weight));
    }
    return samples;
  }

  private static void label(
      Page page, List<Block> blocks, MainTextLabels.Labels known, float[] target, float[] weight) {
    String[] names = MainTextLabels.names(blocks);
    for (Block block : blocks) {
      int i = block.index();
      String text = block.text().replace('\n', ' ');
      float size = (float) Math.min(3, Math.sqrt(text.length() / 80.0) + 0.2);
      boolean with = page.with().stream().anyMatch(each -> text.contains(each.strip()));
      boolean without = page.without().stream().anyMatch(each -> text.contains(each.strip()));
      if (known != null) {
        target[i] = known.belongs().contains(names[i]) ? 1 : 0;
        weight[i] = known.open().contains(names[i]) ? 0 : size;
      } else if (with != without) {
        target[i] = with ? 1 : 0;
        weight[i] = size + 1;
      }
    }
  }

  /** Learns from the pages that pass; what the second look leans on is predicted out of fold. */
  public static Model learn(List<Sample> samples, Predicate<Page> use) {
    List<Sample> used = samples.stream().filter(sample -> use.test(sample.page)).toList();
    double[][] looks = new double[used.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      List<Sample> in = new ArrayList<>();
      for (int i = 0; i < used.size(); i++) {
        if (i % FOLDS != out) {
          in.add(used.get(i));
        }
      }
      Forest forest = first(in);
      for (int i = out; i < used.size(); i += FOLDS) {
        Sample sample = used.get(i);
        looks[i] = new double[sample.rows.length];
        for (int b = 0; b < sample.rows.length; b++) {
          looks[i][b] = forest.probability(sample.rows[b]);
        }
      }
    }
    List<float[][]> rows = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      Sample sample = used.get(i);
      Context context = new Context(sample.blocks, looks[i]);
      float[][] extended = new float[sample.rows.length][];
      for (Block block : sample.blocks) {
        extended[block.index()] = context.of(block, sample.rows[block.index()]);
      }
      rows.add(extended);
    }
    return new Model(first(used), fit(used, rows, SECOND_TREES));
  }

  private static Forest first(List<Sample> samples) {
    return fit(samples, samples.stream().map(Sample::rows).toList(), FIRST_TREES);
  }

  private static Forest fit(List<Sample> samples, List<float[][]> rows, int trees) {
    List<float[]> x = new ArrayList<>();
    List<Float> y = new ArrayList<>();
    List<Float> w = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      for (int b = 0; b < sample.weight.length; b++) {
        if (sample.weight[b] > 0) {
          x.add(rows.get(i)[b]);
          y.add(sample.target[b]);
          w.add(sample.weight[b]);
        }
      }
    }
    return Boosting.learn(x.toArray(float[][]::new), floats(y), floats(w), trees);
  }

  private static float[] floats(List<Float> list) {
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }
}
