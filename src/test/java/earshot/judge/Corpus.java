package earshot.judge;

import earshot.judge.traits.Reader;
import earshot.judge.traits.Reading;
import earshot.judge.traits.Traits;
import earshot.judge.weigh.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Observed examples and the numbers of their traits; rows as sparse vectors. */
final class Corpus {
  private final List<Traits> observed;
  private final long[] hashes;
  private final int[] counts;
  private final float[] rarity;
  private final Examples examples;

  /**
   * @param fewest in how many examples a trait must be met to count
   * @param rare how much more a rare trait counts than a common one, 0 for not at all
   */
  Corpus(List<Traits> observed, int fewest, double rare) {
    this.observed = observed;
    Map<Long, int[]> met = new HashMap<>();
    for (Traits traits : observed) {
      for (int i = 0; i < traits.size(); i++) {
        met.computeIfAbsent(traits.hash(i), hash -> new int[1])[0]++;
      }
    }
    hashes =
        met.entrySet().stream()
            .filter(entry -> entry.getValue()[0] >= fewest)
            .mapToLong(Map.Entry::getKey)
            .sorted()
            .toArray();
    counts = new int[hashes.length];
    rarity = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      counts[i] = met.get(hashes[i])[0];
      double log = Math.log((observed.size() + 1.0) / (counts[i] + 1.0)) / 4;
      rarity[i] = (float) Math.pow(log, rare);
    }
    examples = vectors();
  }

  private Examples vectors() {
    int[][] columns = new int[observed.size()][];
    float[][] values = new float[observed.size()][];
    for (int row = 0; row < columns.length; row++) {
      Traits traits = observed.get(row);
      float[] shares = traits.shares();
      int[] found = new int[traits.size()];
      float[] worth = new float[traits.size()];
      int count = 0;
      for (int i = 0; i < found.length; i++) {
        int column = Arrays.binarySearch(hashes, traits.hash(i));
        if (column >= 0) {
          found[count] = column;
          worth[count++] = shares[traits.group(i)] * rarity[column];
        }
      }
      columns[row] = Arrays.copyOf(found, count);
      values[row] = Arrays.copyOf(worth, count);
    }
    return new Examples(columns, values, hashes.length);
  }

  Examples examples() {
    return examples;
  }

  /** Which columns stand for traits that are met in so many examples. */
  boolean[] common(int fewest) {
    boolean[] common = new boolean[counts.length];
    for (int i = 0; i < common.length; i++) {
      common[i] = counts[i] >= fewest;
    }
    return common;
  }

  long[] hashes() {
    return hashes;
  }

  /** Learnt weights as they apply to a trait's plain share. */
  float[] plain(float[] learnt) {
    float[] plain = new float[hashes.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = learnt[i] * rarity[i];
    }
    return plain;
  }

  /** The sum of a row under learnt weights. */
  float sum(float[] learnt, int row) {
    int[] columns = examples.columns()[row];
    float[] values = examples.values()[row];
    float sum = learnt[learnt.length - 1];
    for (int i = 0; i < columns.length; i++) {
      sum += learnt[columns[i]] * values[i];
    }
    return sum;
  }

  static List<Traits> observe(Model model, List<LabelledPost> posts) {
    List<Traits> observed = new ArrayList<>(posts.size());
    posts.forEach(post -> observed.add(model.observer().observe(reading(model.reader(), post))));
    return observed;
  }

  static Reading reading(Reader reader, LabelledPost post) {
    Post one = post.post();
    return reader.read(one.platform(), one.author(), one.context(), one.text(), post.school());
  }
}
