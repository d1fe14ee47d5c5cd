package earshot.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.mention.Shingles.Sketch;
import earshot.source.page.ArticleSet;
import earshot.source.page.Extraction;
import earshot.source.page.Extractor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * {@code dev evaluate stories}: how well {@link Shingles} tell the same story from another one, on
 * pages of the open web and on short posts about schools. Prints a sweep over the length of a run,
 * the threshold and the bands, then the chosen ones in detail.
 */
final class EvaluateStories {
  private static final Path POSTS = Path.of("src/training/school-posts");
  private static final int FEWEST_WORDS = 60;
  private static final int NEAREST = 3;
  private static final double[] THRESHOLDS = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5};
  private static final Sketch[] SKETCHES = {
    new Sketch(12, 3, 0),
    new Sketch(20, 2, 0),
    new Sketch(16, 2, 4),
    new Sketch(14, 2, 6),
    new Sketch(12, 2, 8),
    new Sketch(10, 2, 10),
    new Sketch(24, 2, 8),
    new Sketch(8, 1, 8)
  };

  /** Two texts, and whether they tell one story. */
  private record Pair(String kind, String one, String other, boolean same) {}

  private final List<Pair> pairs = new ArrayList<>();

  private EvaluateStories() {}

  public static void main(String[] arguments) throws IOException {
    if (!ArticleSet.present()) {
      System.out.println("The pages are not here; set EARSHOT_ARTICLES to articles-dev.tar.gz.");
      return;
    }
    EvaluateStories evaluation = new EvaluateStories();
    evaluation.collect();
    evaluation.sweepThresholds();
    evaluation.sweepBands();
    evaluation.detail();
  }

  private void collect() throws IOException {
    List<String> texts = articles();
    List<String> vocabulary =
        texts.stream().flatMap(text -> Arrays.stream(text.split("\\s+"))).toList();
    Variations variations = new Variations(new Random(5), vocabulary);
    for (String text : texts) {
      variations.of(text).forEach((kind, other) -> pairs.add(new Pair(kind, text, other, true)));
    }
    nearest("same topic, other article", texts);
    nearest("the same with one footer", texts.stream().map(Variations::withFooter).toList());
    unrelated(texts);
    List<String> posts = posts();
    nearest("post most like another", posts);
    System.out.printf(
        "%d articles, %d posts, %d pairs%n", texts.size(), posts.size(), pairs.size());
  }

  private static List<String> articles() throws IOException {
    Extractor extractor = new Extractor(() -> Instant.parse("2026-03-01T00:00:00Z"));
    List<String> texts = new ArrayList<>();
    for (ArticleSet.Page page : ArticleSet.read()) {
      URI address = URI.create("https://" + page.id() + ".example/");
      Extraction extraction = extractor.extract(page.html(), null, address);
      if (extraction.text().split("\\s+").length >= FEWEST_WORDS) {
        texts.add(extraction.text());
      }
    }
    return texts;
  }

  private static List<String> posts() throws IOException {
    Set<String> texts = new HashSet<>();
    List<String> inOrder = new ArrayList<>();
    try (var files = Files.list(POSTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode post = new ObjectMapper().readTree(line);
          String text = post.path("text").asText();
          if (texts.add(text)) {
            inOrder.add(text);
          }
        }
      }
    }
    return inOrder;
  }

  /** Each text with those most like it by words, which are other texts all the same. */
  private void nearest(String kind, List<String> texts) {
    WordVectors vectors = new WordVectors(texts);
    for (int i = 0; i < texts.size(); i++) {
      for (int near : vectors.nearest(i, NEAREST)) {
        pairs.add(new Pair(kind, texts.get(i), texts.get(near), false));
      }
    }
  }

  private void unrelated(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(new Pair("unrelated", texts.get(i), texts.get(j), false));
      }
    }
  }

  private void sweepThresholds() {
    System.out.printf("%nOverlap alone, every pair compared%n");
    System.out.println(
        "run  threshold  recall  false joins: articles, posts of < 50 words, < 100, more");
    for (int run = 2; run <= 4; run++) {
      Map<String, Shingles> made = shingles(run);
      for (double threshold : THRESHOLDS) {
        Outcome outcome = new Outcome();
        int[] wrong = new int[4];
        for (Pair pair : pairs) {
          boolean joined = made.get(pair.one()).sameStory(made.get(pair.other()), threshold);
          outcome.count(pair.same(), joined);
          wrong[bin(pair)] += joined && !pair.same() ? 1 : 0;
        }
        System.out.printf(
            "%3d  %9.2f  %6.4f  %s%n", run, threshold, outcome.recall(), Arrays.toString(wrong));
      }
    }
  }

  private static int bin(Pair pair) {
    int words = Math.min(words(pair.one()), words(pair.other()));
    return !pair.kind().startsWith("post") ? 0 : words < 50 ? 1 : words < 100 ? 2 : 3;
  }

  private static int words(String text) {
    return text.split("\\s+").length;
  }

  private void sweepBands() {
    System.out.printf("%nBands, then overlap as chosen%n");
    System.out.println("bands rows openings  precision  recall  false joins  needless candidates");
    Map<String, Shingles> made = chosen();
    for (Sketch sketch : SKETCHES) {
      Map<Shingles, Set<Long>> bands = bands(made.values(), sketch);
      Outcome outcome = new Outcome();
      int needless = 0;
      for (Pair pair : pairs) {
        boolean candidate = meet(bands, made, pair);
        needless += candidate && !pair.same() ? 1 : 0;
        outcome.count(
            pair.same(), candidate && made.get(pair.one()).sameStory(made.get(pair.other())));
      }
      System.out.printf(
          "%5d %4d %8d  %s  %d%n",
          sketch.bands(), sketch.rows(), sketch.openings(), outcome, needless);
    }
  }

  private void detail() {
    Map<String, Shingles> made = chosen();
    Map<Shingles, Set<Long>> bands = bands(made.values(), Sketch.CHOSEN);
    Map<String, int[]> joined = new LinkedHashMap<>();
    List<Pair> wrong = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean is =
          meet(bands, made, pair) && made.get(pair.one()).sameStory(made.get(pair.other()));
      int[] counts = joined.computeIfAbsent(pair.kind(), kind -> new int[2]);
      counts[0]++;
      counts[1] += is ? 1 : 0;
      if (is && !pair.same()) {
        wrong.add(pair);
      }
    }
    System.out.printf(
        "%nAs chosen: run %d, %s, overlap %.2f, of posts %.2f%n",
        Shingles.RUN, Sketch.CHOSEN, Shingles.SAME_STORY, Shingles.SAME_POST);
    joined.forEach(
        (kind, counts) ->
            System.out.printf(
                "%-28s %6d pairs, joined %6.2f %%%n",
                kind, counts[0], 100.0 * counts[1] / counts[0]));
    wrong.sort(Comparator.comparing(Pair::kind));
    wrong.stream()
        .limit(12)
        .forEach(p -> System.out.printf("joined: %s%n     | %s%n", cut(p.one()), cut(p.other())));
  }

  private static String cut(String text) {
    return text.replaceAll("\\s+", " ")
        .substring(0, Math.min(150, text.replaceAll("\\s+", " ").length()));
  }

  private Map<String, Shingles> chosen() {
    return shingles(Shingles.RUN);
  }

  private Map<String, Shingles> shingles(int run) {
    Map<String, Shingles> made = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      made.computeIfAbsent(pair.one(), text -> Shingles.of(text, run));
      made.computeIfAbsent(pair.other(), text -> Shingles.of(text, run));
    }
    return made;
  }

  private static Map<Shingles, Set<Long>> bands(Collection<Shingles> all, Sketch sketch) {
    Map<Shingles, Set<Long>> bands = new java.util.IdentityHashMap<>();
    for (Shingles each : all) {
      Set<Long> keys = new HashSet<>();
      Arrays.stream(each.bands(sketch)).forEach(keys::add);
      bands.put(each, keys);
    }
    return bands;
  }

  private static boolean meet(
      Map<Shingles, Set<Long>> bands, Map<String, Shingles> made, Pair pair) {
    Set<Long> other = bands.get(made.get(pair.other()));
    return bands.get(made.get(pair.one())).stream().anyMatch(other::contains);
  }

  /** Counts what was joined rightly, wrongly, and not at all. */
  private static final class Outcome {
    private int right;
    private int wrong;
    private int missed;

    void count(boolean same, boolean joined) {
      right += same && joined ? 1 : 0;
      wrong += !same && joined ? 1 : 0;
      missed += same && !joined ? 1 : 0;
    }

    double recall() {
      return (double) right / (right + missed);
    }

    @Override
    public String toString() {
      double precision = right + wrong == 0 ? 1 : (double) right / (right + wrong);
      return "%9.4f  %6.4f  %11d".formatted(precision, recall(), wrong);
    }
  }
}
