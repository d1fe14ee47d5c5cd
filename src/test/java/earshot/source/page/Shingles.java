package earshot.source.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How well one text agrees with another, by runs of four words, as article benchmarks count. */
record Shingles(double precision, double recall) {
  private static final int WORDS = 4;

  static Shingles compare(String found, String wanted) {
    Map<String, Integer> have = of(found);
    Map<String, Integer> want = of(wanted);
    double common = 0;
    for (var each : want.entrySet()) {
      common += Math.min(each.getValue(), have.getOrDefault(each.getKey(), 0));
    }
    double all = have.values().stream().mapToInt(Integer::intValue).sum();
    double needed = want.values().stream().mapToInt(Integer::intValue).sum();
    return new Shingles(all == 0 ? 0 : common / all, needed == 0 ? 1 : common / needed);
  }

  private static Map<String, Integer> of(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i + WORDS <= words.length; i++) {
      shingles.merge(
          String.join(" ", java.util.List.of(words).subList(i, i + WORDS)), 1, Integer::sum);
    }
    return shingles;
  }

  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
