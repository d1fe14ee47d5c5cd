package earshot.index;

import earshot.index.MentionIndex.Order;
import earshot.index.MentionIndex.Request;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.mention.Mentions;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * {@code dev bench search [FINDINGS…]}: how long the index takes to be built anew and to answer,
 * beside the database's LIKE in the same run. Texts are words of skewed frequency, 10 to 80 a post.
 */
final class BenchSearch {
  private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");
  private static final int BATCH = 1_000;
  private static final int ROUNDS = 60;
  private static final int VOCABULARY = 20_000;
  private static final int PAGE = 20;
  private static final List<String> QUERIES =
      List.of(
          "w40",
          "w400",
          "\"w3 w5\"",
          "w30 w50",
          "w12 NEAR/5 w20",
          "w77*",
          "label:praise w25",
          "w9 -w4");
  private static final Source SOURCE =
      new Source(
          "talk",
          "Talk",
          Source.Kind.FEED,
          List.of(URI.create("https://talk.example/feed")),
          List.of("*"),
          Duration.ofMinutes(30),
          "forum",
          null);
  private static final String LIKE =
      "SELECT m.id FROM finding f JOIN mention m ON m.id = f.mention"
          + " WHERE m.text LIKE ? ORDER BY m.published DESC LIMIT 20";

  private final Random random = new Random(9);

  private BenchSearch() {}

  public static void main(String[] arguments) throws IOException, QuerySyntaxException {
    int[] sizes =
        arguments.length == 0
            ? new int[] {10_000, 100_000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      new BenchSearch().measure(size);
    }
  }

  private void measure(int size) throws IOException, QuerySyntaxException {
    Path folder = Files.createTempDirectory("bench-search");
    try (Database database = Database.open(folder.resolve("earshot.db"))) {
      long start = System.nanoTime();
      fill(database, size);
      System.out.printf("%n%,d findings, kept in %.1f s%n", size, seconds(start));
      try (LuceneIndex index = new LuceneIndex(folder.resolve("lucene"), database)) {
        start = System.nanoTime();
        index.follow();
        System.out.printf("index built anew in %.1f s%n", seconds(start));
        System.out.println("query            newest p50 / p99 ms    best p50 / p99 ms    found");
        for (String query : QUERIES) {
          ask(index, query);
        }
      }
      like(database);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void fill(Database database, int size) {
    Findings findings = new Findings();
    Mentions mentions = new Mentions();
    for (int from = 0; from < size; from += BATCH) {
      int first = from;
      database.write(
          jdbc -> {
            for (int i = first; i < Math.min(size, first + BATCH); i++) {
              Instant published = NOW.minusSeconds(random.nextInt(30_000_000));
              Item item =
                  new Item("p" + i, null, "", "a" + i, "", text(), "en", published, null, false);
              findings.keep(
                  jdbc,
                  mentions.keep(jdbc, SOURCE, item, NOW).mention(),
                  i % 2 == 0 ? "vale" : "beck",
                  List.of(new Finding.Matched("names", "w1", 0, 1)),
                  judgement());
            }
            return true;
          });
    }
  }

  /** Words by Zipf's law, as people use them. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 10 + random.nextInt(70); i > 0; i--) {
      text.append('w').append((int) Math.pow(VOCABULARY, random.nextDouble())).append(' ');
    }
    return text.toString();
  }

  private Judgement judgement() {
    Label label = Label.values()[random.nextInt(Label.values().length)];
    Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
    return new Judgement(
        true,
        1,
        Set.of(Target.SCHOOL),
        Set.of(label),
        Map.of(),
        severity,
        List.of(),
        List.of(),
        List.of());
  }

  private static void ask(LuceneIndex index, String query) throws QuerySyntaxException {
    double[][] millis = new double[Order.values().length][ROUNDS];
    long found = 0;
    for (Order order : Order.values()) {
      Request request =
          new Request(
              QueryParser.parse(query), Set.of("vale", "beck"), Map.of(), order, 0, PAGE, false);
      for (int warm = 0; warm < ROUNDS; warm++) {
        found = index.search(request).total();
      }
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        index.search(request);
        millis[order.ordinal()][round] = seconds(start) * 1e3;
      }
    }
    System.out.printf(
        "%-16s %s        %s    %d%n",
        query,
        percentiles(millis[Order.NEWEST.ordinal()]),
        percentiles(millis[Order.BEST.ordinal()]),
        found);
  }

  private static void like(Database database) {
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      String word = "% w" + (40 + round * 7) + " %";
      long start = System.nanoTime();
      database.read(jdbc -> jdbc.sql(LIKE).param(word).query(Long.class).list());
      millis[round] = seconds(start) * 1e3;
    }
    System.out.printf(
        "SQL LIKE         %s  (the newest 20, no count, no facets)%n", percentiles(millis));
  }

  private static String percentiles(double[] millis) {
    Arrays.sort(millis);
    return "%7.1f / %7.1f".formatted(millis[millis.length / 2], millis[millis.length - 1]);
  }
}
