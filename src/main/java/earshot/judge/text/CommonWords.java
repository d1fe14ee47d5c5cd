package earshot.judge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that many people write and that are nobody's name. */
public final class CommonWords {
  private CommonWords() {}

  public static boolean has(String word) {
    return Shipped.WORDS.contains(word);
  }

  /** Read on first use. */
  private static final class Shipped {
    private static final Set<String> WORDS = read();

    private static Set<String> read() {
      try (InputStream in =
              CommonWords.class.getResourceAsStream("/earshot/judge/learnable-words.txt");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
