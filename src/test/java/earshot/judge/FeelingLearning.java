package earshot.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.judge.text.Feelings;
import earshot.judge.text.Feelings.Sound;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Learns how words sound from VADER's lexicon, Surge's profanities and the toxic spans. */
final class FeelingLearning {
  private static final double CLEAR = 0.9;
  private static final double STRONG = 1.8;
  private static final double TOXIC_ODDS = 1.5;
  private static final int FEWEST = 4;

  private final WordClasses classes = WordClasses.shipped();
  private final Map<String, Sound> sounds = new HashMap<>();

  private FeelingLearning() {}

  static void write(Path data, Path file) throws IOException {
    FeelingLearning learning = new FeelingLearning();
    learning.vader(data.resolve("vader/lexicon.tsv"));
    learning.toxic(data.resolve("toxic-spans/train.tsv"));
    learning.surge(data.resolve("surge/profanity.tsv"));
    TreeMap<Integer, Sound> sorted = new TreeMap<>();
    learning.sounds.forEach((word, sound) -> sorted.put(Feelings.hash(word), sound));
    ByteBuffer bytes = ByteBuffer.allocate(sorted.size() * 5);
    sorted.forEach((hash, sound) -> bytes.putInt(hash).put((byte) sound.ordinal()));
    Files.write(file, bytes.array());
  }

  private void put(String text, Sound sound) {
    String[] words = Tokeniser.words(text.toLowerCase(Locale.ROOT));
    if (words.length == 1 && words[0].length() > 2 && !classes.holds(words[0])) {
      sounds.put(words[0], sound);
    }
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size()).stream().map(line -> line.split("\t", -1)).toList();
  }

  private void vader(Path file) throws IOException {
    for (String[] row : rows(file)) {
      double mean = Double.parseDouble(row[1]);
      if (Math.abs(mean) >= CLEAR) {
        boolean strong = Math.abs(mean) >= STRONG;
        put(
            row[0],
            mean > 0
                ? strong ? Sound.SOUNDS_VERY_GOOD : Sound.SOUNDS_GOOD
                : strong ? Sound.SOUNDS_VERY_BAD : Sound.SOUNDS_BAD);
      }
    }
  }

  /** Words that stand inside of a toxic span far more often than outside. */
  private void toxic(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, int[]> counts = new HashMap<>();
    for (String[] row : rows(file)) {
      String text = json.readTree(row[1]).asText();
      boolean[] toxic = new boolean[text.length()];
      json.readTree(row[0]).forEach(at -> toxic[Math.min(at.asInt(), toxic.length - 1)] = true);
      int at = 0;
      for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z'*]+")) {
        int start = text.toLowerCase(Locale.ROOT).indexOf(word, at);
        if (start >= 0 && word.length() > 2 && start < toxic.length) {
          counts.computeIfAbsent(word, w -> new int[2])[toxic[start] ? 1 : 0]++;
          at = start + word.length();
        }
      }
    }
    counts.forEach(
        (word, count) -> {
          double odds = Math.log((count[1] + 0.5) / (count[0] + 0.5));
          if (count[0] + count[1] >= FEWEST && odds >= TOXIC_ODDS) {
            put(word, Sound.SOUNDS_TOXIC);
          }
        });
  }

  private void surge(Path file) throws IOException {
    for (String[] row : rows(file)) {
      String category = row[4];
      boolean slur =
          category.contains("racial")
              || category.contains("orientation")
              || category.contains("disability")
              || category.contains("religious");
      if (Double.parseDouble(row[7]) >= 1.4) {
        put(row[0], slur ? Sound.SOUNDS_LIKE_A_SLUR : Sound.SOUNDS_OBSCENE);
      }
    }
  }
}
