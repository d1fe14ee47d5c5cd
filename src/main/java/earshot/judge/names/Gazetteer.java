package earshot.judge.names;

import earshot.judge.weigh.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Forenames and surnames that many people bear. */
public final class Gazetteer {
  private static final Gazetteer SHIPPED =
      new Gazetteer(read("forenames"), read("surnames"), read("name-words"));

  private final Set<String> forenames;
  private final Set<String> surnames;
  private final Set<String> words;
  private final int[] seldom;

  private Gazetteer(Set<String> forenames, Set<String> surnames, Set<String> words) {
    this.forenames = forenames;
    this.surnames = surnames;
    this.words = words;
    this.seldom = hashes();
  }

  public static Gazetteer shipped() {
    return SHIPPED;
  }

  public boolean isForename(String word) {
    return forenames.contains(word);
  }

  public boolean isSurname(String word) {
    return surnames.contains(word);
  }

  /** Whether the name is a plain word too. */
  public boolean isWord(String word) {
    return words.contains(word);
  }

  /** Whether it is borne as a name somewhere in the world, as far as a list of hashes tells. */
  public boolean isSeldom(String word) {
    return java.util.Arrays.binarySearch(seldom, hash(word)) >= 0;
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
    return (forenames.contains(word) || surnames.contains(word)) && !words.contains(word);
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
