package earshot.mention;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the set of its runs of three words, hashed. Two texts tell the same story when their
 * sets overlap by {@link #SAME_STORY} (Jaccard); MinHash bands find the candidates (Broder 1997).
 */
final class Shingles {
  /** Chosen on data: {@code dev evaluate stories}. */
  static final double SAME_STORY = 0.5;

  /**
   * Shorter texts say the same only when they are the same: "Well done all" has a thousand authors.
   */
  static final int FEWEST_WORDS = 8;

  private static final int RUN = 3;
  private static final int BANDS = 12;
  private static final int ROWS = 3;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LINKS = Pattern.compile("https?://\\S+");

  private final long[] hashes;
  private final int words;

  private Shingles(long[] hashes, int words) {
    this.hashes = hashes;
    this.words = words;
  }

  static Shingles of(String text) {
    String[] words =
        Arrays.stream(NO_WORD.split(fold(text))).filter(w -> !w.isEmpty()).toArray(String[]::new);
    int runs = Math.max(1, words.length - RUN + 1);
    long[] hashes = new long[runs];
    for (int i = 0; i < runs; i++) {
      long hash = 0xcbf29ce484222325L;
      for (int j = i; j < Math.min(words.length, i + RUN); j++) {
        hash = mix(hash ^ words[j].hashCode());
      }
      hashes[i] = hash;
    }
    return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray(), words.length);
  }

  private static String fold(String text) {
    String plain = Normalizer.normalize(LINKS.matcher(text).replaceAll(" "), Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }

  boolean tooShort() {
    return words < FEWEST_WORDS;
  }

  /** Share of runs that both have, of all that either has; 0 to 1. */
  double overlap(Shingles other) {
    int both = 0;
    for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      if (order == 0) {
        both++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int either = hashes.length + other.hashes.length - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /** Whether the smaller text stands almost whole in the larger: a quotation, or a teaser. */
  boolean sameStory(Shingles other) {
    return tooShort() || other.tooShort()
        ? Arrays.equals(hashes, other.hashes)
        : overlap(other) >= SAME_STORY;
  }

  /**
   * Two texts that overlap by {@link #SAME_STORY} share one of these in 80 of 100 cases or more.
   */
  long[] bands() {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mix(key ^ smallest(band * ROWS + row + 1));
      }
      bands[band] = key;
    }
    return bands;
  }

  private long smallest(int permutation) {
    long smallest = Long.MAX_VALUE;
    for (long hash : hashes) {
      smallest = Math.min(smallest, mix(hash + permutation * 0x9E3779B97F4A7C15L));
    }
    return smallest;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
