package earshot.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Texts as words weighed by their rarity, to find those that are about the same thing. */
final class WordVectors {
  private final List<Map<String, Double>> vectors = new ArrayList<>();
  private final Map<String, List<Integer>> having = new HashMap<>();

  WordVectors(List<String> texts) {
    Map<String, Integer> frequency = new HashMap<>();
    List<List<String>> words = new ArrayList<>();
    for (String text : texts) {
      List<String> its = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
      words.add(its);
      new HashSet<>(its).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    for (int i = 0; i < texts.size(); i++) {
      Map<String, Double> vector = new HashMap<>();
      for (String word : words.get(i)) {
        double rarity = Math.log((double) texts.size() / frequency.get(word));
        if (vector.merge(word, rarity, Double::sum).equals(rarity)) {
          having.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
        }
      }
      double length = Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
      vector.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
      vectors.add(vector);
    }
  }

  /** The texts nearest to one by cosine, itself left out. */
  List<Integer> nearest(int text, int most) {
    double[] cosine = new double[vectors.size()];
    vectors
        .get(text)
        .forEach(
            (word, weight) -> {
              for (int other : having.get(word)) {
                cosine[other] += weight * vectors.get(other).getOrDefault(word, 0.0);
              }
            });
    return IntStream.range(0, cosine.length)
        .filter(other -> other != text && cosine[other] > 0.05)
        .boxed()
        .sorted(Comparator.comparingDouble(other -> -cosine[other]))
        .limit(most)
        .toList();
  }
}
