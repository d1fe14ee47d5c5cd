package earshot.mention;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the set of its runs of words, hashed. Two texts tell the same story when their sets
 * overlap by {@link #SAME_STORY} (Jaccard), or when one is a cut of the other; MinHash bands find
 * the candidates (Broder 1997).
 */
final class Shingles {
  /** For articles. Chosen on data: {@code dev evaluate stories}, docs/decisions/0060. */
  static final double SAME_STORY = 0.3;

  /** For texts of fewer than {@link #FEWEST_WORDS_OF_AN_ARTICLE}: people use the same few words. */
  static final double SAME_POST = 0.5;

  /** Share of the shorter text that stands in the longer one when it is a teaser or a cut of it. */
  static final double CUT = 0.8;

  /**
   * Shorter texts say the same only when they are the same: "Well done all" has a thousand authors.
   */
  static final int FEWEST_WORDS = 8;

  static final int FEWEST_WORDS_OF_AN_ARTICLE = 100;

  /** A cut of fewer words may be a phrase that everybody uses. */
  static final int FEWEST_WORDS_OF_A_CUT = 20;

  static final int RUN = 2;
  private static final int OPENING = 30;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LINKS = Pattern.compile("https?://\\S+");

  /**
   * How candidates are found.
   *
   * @param bands of the whole text, each the smallest hash by {@code rows} permutations
   * @param openings of its first words, each the smallest hash by one permutation: a teaser shares
   *     them with its article, which has too many other runs to share a band
   */
  record Sketch(int bands, int rows, int openings) {
    /** Chosen on data, like {@link Shingles#SAME_STORY}. */
    static final Sketch CHOSEN = new Sketch(14, 2, 6);
  }

  private final long[] hashes;
  private final long[] opening;
  private final int words;

  private Shingles(long[] hashes, long[] opening, int words) {
    this.hashes = hashes;
    this.opening = opening;
    this.words = words;
  }

  /** What a mention tells: its text, and its title too where the text alone says little. */
  static Shingles of(String title, String text) {
    Shingles body = of(text);
    return body.tooShort() ? of(title + "\n" + text) : body;
  }

  static Shingles of(String text) {
    return of(text, RUN);
  }

  static Shingles of(String text, int run) {
    String[] words =
        Arrays.stream(NO_WORD.split(fold(text))).filter(w -> !w.isEmpty()).toArray(String[]::new);
    if (words.length == 0) {
      words = new String[] {text}; // nothing but signs: it says what they are
    }
    int runs = Math.max(1, words.length - run + 1);
    long[] hashes = new long[runs];
    for (int i = 0; i < runs; i++) {
      long hash = 0xcbf29ce484222325L;
      for (int j = i; j < Math.min(words.length, i + run); j++) {
        hash = mix(hash ^ words[j].hashCode());
      }
      hashes[i] = hash;
    }
    long[] opening = Arrays.copyOf(hashes, Math.min(runs, OPENING));
    return new Shingles(Arrays.stream(hashes).sorted().distinct().toArray(), opening, words.length);
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
    int both = shared(other);
    return (double) both / (hashes.length + other.hashes.length - both);
  }

  /** Share of the shorter text's runs that the longer one has too; 0 to 1. */
  double contained(Shingles other) {
    return (double) shared(other) / Math.min(hashes.length, other.hashes.length);
  }

  private int shared(Shingles other) {
    int both = 0;
    for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      if (order == 0) {
        both++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both;
  }

  /** Whether two texts say the same, or the one is a cut of the other: a teaser, a quotation. */
  boolean sameStory(Shingles other) {
    return sameStory(other, fewer(other) < FEWEST_WORDS_OF_AN_ARTICLE ? SAME_POST : SAME_STORY);
  }

  boolean sameStory(Shingles other, double threshold) {
    if (tooShort() || other.tooShort()) {
      return Arrays.equals(hashes, other.hashes);
    }
    boolean cut = fewer(other) >= FEWEST_WORDS_OF_A_CUT && contained(other) >= CUT;
    return cut || overlap(other) >= threshold;
  }

  private int fewer(Shingles other) {
    return Math.min(words, other.words);
  }

  /** Two texts that tell one story share one of these, nearly always; other texts hardly ever. */
  long[] bands() {
    return bands(Sketch.CHOSEN);
  }

  long[] bands(Sketch sketch) {
    long[] bands = new long[sketch.bands() + sketch.openings()];
    for (int band = 0; band < sketch.bands(); band++) {
      long key = band;
      for (int row = 0; row < sketch.rows(); row++) {
        key = mix(key ^ smallest(hashes, band * sketch.rows() + row + 1));
      }
      bands[band] = key;
    }
    for (int i = 0; i < sketch.openings(); i++) {
      bands[sketch.bands() + i] = mix(~i ^ smallest(opening, -1 - i));
    }
    return bands;
  }

  private static long smallest(long[] hashes, int permutation) {
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
