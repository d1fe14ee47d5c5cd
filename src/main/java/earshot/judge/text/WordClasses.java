package earshot.judge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Words and phrases that do the same work in a post ({@code classes.txt}), so that what was learnt
 * of one is known of all.
 */
public final class WordClasses {
  private static final int[] NONE = {};
  private static final int SHORTEST_FELT = 3;
  private static final WordClasses SHIPPED = read();

  private final List<String> names = new ArrayList<>();
  private final Map<String, int[]> words = new HashMap<>(16_384);
  private final Map<String, List<Phrase>> phrases = new HashMap<>(4_096);
  private final Feelings feelings = Feelings.read();
  private int[][] felt = new int[0][];

  /** Some words in a row. */
  record Phrase(String[] words, int wordClass) {}

  private WordClasses() {}

  public static WordClasses shipped() {
    return SHIPPED;
  }

  public int count() {
    return names.size();
  }

  public String name(int wordClass) {
    return names.get(wordClass);
  }

  /** The number of a class. */
  public int number(String name) {
    int number = names.indexOf(name);
    if (number < 0) {
      throw new IllegalArgumentException("no word class " + name);
    }
    return number;
  }

  /** The classes of a word, itself or its stem; empty when it is in none. */
  int[] of(String word) {
    int[] exact = words.get(word);
    if (exact != null) {
      return exact;
    }
    int length = word.length();
    for (int cut = 1; cut <= 3 && length - cut >= 4; cut++) {
      if (isEnding(word, cut)) {
        int[] stem = words.get(word.substring(0, length - cut));
        if (stem != null) {
          return stem;
        }
      }
    }
    int feeling = length < SHORTEST_FELT ? -1 : feelings.of(word);
    return feeling < 0 ? NONE : felt[feeling];
  }

  private static boolean isEnding(String word, int cut) {
    int length = word.length();
    char last = word.charAt(length - 1);
    char before = word.charAt(length - 2);
    return switch (cut) {
      case 1 -> last == 's' || last == 'd' || last == 'y';
      case 2 ->
          before == 'e' && (last == 's' || last == 'd' || last == 'r')
              || before == 'l' && last == 'y'
              || before == 'i' && last == 'n';
      default -> word.endsWith("ing") || word.endsWith("est");
    };
  }

  /** Whether a class of its own, not only its sound, holds the word. */
  public boolean holds(String word) {
    int[] of = of(word);
    return of.length > 0 && of[0] < names.size() - Feelings.Sound.values().length;
  }

  /** The phrases that may start with this word, longest first. */
  List<Phrase> phrases(String first) {
    return phrases.getOrDefault(first, List.of());
  }

  private static WordClasses read() {
    WordClasses classes = new WordClasses();
    try (InputStream in = WordClasses.class.getResourceAsStream("/earshot/judge/classes.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(classes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    classes.felt = new int[Feelings.Sound.values().length][];
    for (Feelings.Sound sound : Feelings.Sound.values()) {
      classes.felt[sound.ordinal()] = new int[] {classes.names.size()};
      classes.names.add(sound.name());
    }
    classes.phrases.values().forEach(list -> list.sort((a, b) -> b.words.length - a.words.length));
    return classes;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    int number = names.size();
    names.add(line.substring(0, colon));
    for (String entry : line.substring(colon + 1).trim().split(" +")) {
      String word = entry.replace("\uFE0F", "");
      if (word.indexOf('_') > 0) {
        String[] parts = Tokeniser.words(word.replace('_', ' '));
        phrases
            .computeIfAbsent(parts[0], first -> new ArrayList<>(2))
            .add(new Phrase(parts, number));
      } else if (word.indexOf('-') > 0) {
        String[] parts = Tokeniser.words(word);
        if (parts.length > 1) {
          phrases
              .computeIfAbsent(parts[0], first -> new ArrayList<>(2))
              .add(new Phrase(parts, number));
        }
        join(word, number);
      } else {
        join(word, number);
      }
    }
  }

  private void join(String word, int number) {
    int[] old = words.getOrDefault(word, NONE);
    for (int each : old) {
      if (each == number) {
        return;
      }
    }
    int[] joined = java.util.Arrays.copyOf(old, old.length + 1);
    joined[old.length] = number;
    words.put(word, joined);
  }
}
