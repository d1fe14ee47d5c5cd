package earshot.judge.names;

import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import earshot.judge.weigh.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Forenames and surnames that many people bear. */
public final class Gazetteer {
  private static final Gazetteer SHIPPED =
      new Gazetteer(read("forenames"), read("surnames"), read("name-words"));

  private static final int FORENAME = 1;
  private static final int SURNAME = 2;
  private static final int WORD = 4;
  private static final int SELDOM = 16;

  /** What each name is, looked up once for all. */
  private final Map<String, Integer> kinds = HashMap.newHashMap(4_096);

  private final int[] seldom;

  private Gazetteer(Set<String> forenames, Set<String> surnames, Set<String> words) {
    forenames.forEach(name -> kinds.merge(name, FORENAME, (one, other) -> one | other));
    surnames.forEach(name -> kinds.merge(name, SURNAME, (one, other) -> one | other));
    words.forEach(name -> kinds.merge(name, WORD, (one, other) -> one | other));
    this.seldom = hashes();
  }

  public static Gazetteer shipped() {
    return SHIPPED;
  }

  /** A tokeniser that reads disguised names as they were meant. */
  public Tokeniser tokeniser() {
    return new Tokeniser(WordClasses.shipped(), this::isPlainName);
  }

  /** What is known of a word but for what is seldom, as bits: below 8. */
  public int plainKinds(String word) {
    Integer kind = kinds.get(word);
    return kind == null ? 0 : kind;
  }

  /** All that is known of a word, as bits: forename 1, surname 2, plain word 4, seldom 16. */
  int kinds(String word) {
    return plainKinds(word) | (isSeldom(word) ? SELDOM : 0);
  }

  public static boolean isForename(int kinds) {
    return (kinds & FORENAME) != 0;
  }

  public static boolean isSurname(int kinds) {
    return (kinds & SURNAME) != 0;
  }

  public static boolean isWord(int kinds) {
    return (kinds & WORD) != 0;
  }

  public boolean isForename(String word) {
    return isForename(plainKinds(word));
  }

  public boolean isSurname(String word) {
    return isSurname(plainKinds(word));
  }

  /** Whether the name is a plain word too. */
  public boolean isWord(String word) {
    return isWord(plainKinds(word));
  }

  /** Whether it is borne as a name somewhere in the world, as far as a list of hashes tells. */
  public boolean isSeldom(String word) {
    return java.util.Arrays.binarySearch(seldom, hash(word)) >= 0;
  }

  /** Whether it is borne as a name anywhere, as far as is known here. */
  public boolean isName(String word) {
    return isForename(word) || isSurname(word) || isSeldom(word);
  }

  /** The hash under which a name of the wider world is kept. */
  public static int hash(String name) {
    return (int) (Hash.of(name) >>> 32);
  }

  private static int[] hashes() {
    try (InputStream in = Gazetteer.class.getResourceAsStream("/earshot/judge/names.hashes")) {
      if (in == null) {
        return new int[0];
      }
      java.nio.IntBuffer all = java.nio.ByteBuffer.wrap(in.readAllBytes()).asIntBuffer();
      int[] hashes = new int[all.remaining()];
      all.get(hashes);
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name and nothing else: a disguised one is read as it was meant. */
  public boolean isPlainName(String word) {
    int kind = plainKinds(word);
    return (kind & (FORENAME | SURNAME)) != 0 && (kind & WORD) == 0;
  }

  private static Set<String> read(String file) {
    Set<String> names = HashSet.newHashSet(4_096);
    try (InputStream in = Gazetteer.class.getResourceAsStream("/earshot/judge/" + file + ".txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.addAll(Set.of(unique(line.toLowerCase(Locale.ROOT)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static String[] unique(String line) {
    return java.util.Arrays.stream(line.split(" +")).distinct().toArray(String[]::new);
  }
}
