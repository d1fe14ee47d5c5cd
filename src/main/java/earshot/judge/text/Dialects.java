package earshot.judge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words of people who write as they speak. Each is read as the word that other people write, so
 * that nobody is judged otherwise for where they come from.
 */
final class Dialects {
  private static final int SHORTEST_WITHOUT_G = 5;

  private Dialects() {}

  /** What other people write for a word; null where it is read as itself. */
  static @Nullable String standard(String word) {
    String standard = Shipped.STANDARD.get(word);
    return standard != null || !dropsG(word) ? standard : word + "g";
  }

  private static boolean dropsG(String word) {
    return word.endsWith("in")
        && word.length() >= SHORTEST_WITHOUT_G
        && !CommonWords.has(word)
        && CommonWords.has(word + "g");
  }

  /** Read on first use. */
  private static final class Shipped {
    private static final Map<String, String> STANDARD = read();

    private static Map<String, String> read() {
      try (InputStream in = Dialects.class.getResourceAsStream("/earshot/judge/dialects.txt");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        Map<String, String> standard = new HashMap<>();
        lines
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split(": "))
            .forEach(
                list -> {
                  for (String word : list[1].split(" ")) {
                    standard.put(word, list[0]);
                  }
                });
        return standard;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
