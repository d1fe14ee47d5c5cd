package earshot.judge.learn;

import earshot.judge.correct.Correction;
import earshot.judge.correct.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fits what is added to one question's sum: L2-regularised logistic regression on top of a given
 * sum, by Newton steps one weight at a time; deterministic.
 */
final class Fit {
  private static final int PASSES = 60;
  private static final double LARGEST_STEP = 0.5;
  private static final double CLOSE = 1e-4;

  /** A word of one example only says more of that post than of the next. */
  private static final int LEAST_EXAMPLES = 2;

  /** A word says something of the posts that hold it, a bias of every post: it is held faster. */
  private static final double BIAS_HOLD = 20;

  /** A word that other schools' people write as well says less: so many hold it twice as fast. */
  private static final double COMMON = 5;

  private static final double SMALLEST_WEIGHT = 0.02;

  /**
   * One row.
   *
   * @param sum how far beyond its threshold the judge's sum is
   * @param meant the probability that is meant: 1 for yes, 0 for no
   * @param counts how much it counts
   */
  record Row(double sum, double meant, double counts, Set<String> words) {}

  static double probability(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }

  private final List<Row> rows;
  private final double hold;
  private final double[] sums;
  private final double[] shares;

  private Fit(List<Row> rows, double hold) {
    this.rows = rows;
    this.hold = hold;
    this.sums = rows.stream().mapToDouble(Row::sum).toArray();
    this.shares = rows.stream().mapToDouble(row -> Wording.share(row.words())).toArray();
  }

  /**
   * @param own the school's examples; only their words are learnt
   * @param others what must not move
   * @param hold how strongly weights are held at nothing
   */
  static Correction.Line line(List<Row> own, List<Row> others, double hold) {
    List<Row> rows = new ArrayList<>(own);
    rows.addAll(others);
    return new Fit(rows, hold).fitted(own.size());
  }

  private Correction.Line fitted(int own) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.subList(0, own)
        .forEach(row -> row.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    List<String> words =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_EXAMPLES)
            .map(Map.Entry::getKey)
            .toList();
    List<int[]> columns = words.stream().map(this::column).toList();
    List<Term> terms = columns.stream().map(column -> term(column, own)).toList();
    int[] everywhere = IntStream.range(0, rows.size()).toArray();
    double[] weights = new double[words.size()];
    double bias = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      double step = step(everywhere, bias, new Term(hold * BIAS_HOLD, false));
      bias += step;
      double largest = Math.abs(step);
      for (int j = 0; j < weights.length; j++) {
        step = step(columns.get(j), weights[j], terms.get(j));
        weights[j] += step;
        largest = Math.max(largest, Math.abs(step));
      }
      if (largest < CLOSE) {
        break;
      }
    }
    Map<String, Double> kept = new HashMap<>();
    for (int j = 0; j < weights.length; j++) {
      if (Math.abs(weights[j]) >= SMALLEST_WEIGHT) {
        kept.put(words.get(j), weights[j]);
      }
    }
    return new Correction.Line(bias, kept);
  }

  private int[] column(String word) {
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).words().contains(word))
        .toArray();
  }

  /** How fast a weight is held at nothing, and whether the words of a post share its effect. */
  private record Term(double held, boolean shared) {}

  private Term term(int[] column, int own) {
    long elsewhere = IntStream.of(column).filter(row -> row >= own).count();
    return new Term(hold * (1 + elsewhere / COMMON), true);
  }

  private double step(int[] column, double weight, Term term) {
    double gradient = term.held() * weight;
    double curve = term.held();
    for (int i : column) {
      Row row = rows.get(i);
      double x = term.shared() ? shares[i] : 1;
      double p = probability(sums[i]);
      gradient += row.counts() * (p - row.meant()) * x;
      curve += row.counts() * p * (1 - p) * x * x;
    }
    double step = Math.clamp(-gradient / curve, -LARGEST_STEP, LARGEST_STEP);
    for (int i : column) {
      sums[i] += step * (term.shared() ? shares[i] : 1);
    }
    return step;
  }
}
