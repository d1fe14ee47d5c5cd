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
 * Words that are read as another: whichever people is named as any other, dialect as the words that
 * others write. So nobody is judged otherwise for who they are or where they come from.
 */
final class ReadAs {
  private static final int SHORTEST_WITHOUT_G = 5;

  private ReadAs() {}

  /** What a word is read as; null where it is read as itself. */
  static @Nullable String of(String word) {
    String other = Shipped.OTHERS.get(word);
    return other != null || !dropsG(word) ? other : word + "g";
  }

  private static boolean dropsG(String word) {
    return word.endsWith("in")
        && word.length() >= SHORTEST_WITHOUT_G
        && !CommonWords.has(word)
        && CommonWords.has(word + "g");
  }

  /** Read on first use. */
  private static final class Shipped {
    private static final Map<String, String> OTHERS = read();

    private static Map<String, String> read() {
      try (InputStream in = ReadAs.class.getResourceAsStream("/earshot/judge/read-as.txt");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        Map<String, String> others = new HashMap<>();
        lines
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> line.split(": "))
            .forEach(
                list -> {
                  for (String word : list[1].split(" ")) {
                    others.put(word, list[0]);
                  }
                });
        return others;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
