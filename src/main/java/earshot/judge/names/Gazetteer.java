package earshot.judge.names;

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
  private static final Gazetteer SHIPPED = new Gazetteer(read("forenames"), read("surnames"));

  /** Forenames that are also plain words: a name only when written or placed like one. */
  private static final Set<String> WORDS =
      Set.of(
          "will",
          "mark",
          "grace",
          "hope",
          "faith",
          "may",
          "rose",
          "summer",
          "dawn",
          "daisy",
          "poppy",
          "ruby",
          "amber",
          "jade",
          "ivy",
          "holly",
          "heather",
          "hazel",
          "iris",
          "violet",
          "lily",
          "max",
          "miles",
          "art",
          "guy",
          "rich",
          "rob",
          "bob",
          "bill",
          "jack",
          "frank",
          "drew",
          "dean",
          "dale",
          "glen",
          "hunter",
          "carter",
          "bailey",
          "brooklyn",
          "sunny",
          "eve",
          "joy",
          "dev",
          "jan",
          "sue",
          "pat",
          "ray",
          "les",
          "mali",
          "nia",
          "mo",
          "hale",
          "pearl",
          "penny",
          "robin",
          "wren",
          "rowan",
          "willow",
          "fern",
          "olive",
          "sienna",
          "india",
          "eden",
          "sky",
          "skye",
          "star",
          "luna",
          "angel",
          "justin",
          "grant",
          "chance",
          "chase",
          "rocky",
          "jay",
          "kit",
          "tim",
          "ed",
          "al",
          "an",
          "ling",
          "min",
          "mina",
          "mae",
          "mia",
          "ida",
          "ore",
          "victor",
          "norman",
          "ken",
          "don",
          "gene",
          "sandy",
          "rusty",
          "dot",
          "bonnie",
          "merry",
          "melody",
          "harmony",
          "charity",
          "patience",
          "prudence",
          "constance",
          "honey",
          "ginger",
          "coral",
          "crystal",
          "opal",
          "pip",
          "win",
          "hugh",
          "nick",
          "harry",
          "josh",
          "tony",
          "young",
          "king",
          "short",
          "bell",
          "cook",
          "white",
          "green",
          "brown",
          "long",
          "wood",
          "hall",
          "hill",
          "park",
          "best",
          "day",
          "price",
          "ward",
          "west",
          "lane",
          "gill",
          "ford",
          "fox",
          "hunt",
          "knight",
          "mason",
          "miller",
          "parker",
          "rice",
          "stone",
          "walker",
          "wells",
          "butler",
          "bishop",
          "baker",
          "barber",
          "bird",
          "black",
          "bloom",
          "bond",
          "bush",
          "case",
          "cross",
          "field",
          "fisher",
          "flowers",
          "forest",
          "freeman",
          "golden",
          "hand",
          "hood",
          "love",
          "marsh",
          "moody",
          "moon",
          "page",
          "pope",
          "power",
          "sharp",
          "shepherd",
          "small",
          "strong",
          "swift",
          "wise",
          "wolf",
          "ali",
          "see",
          "so",
          "to",
          "do",
          "sun",
          "you",
          "lin",
          "li",
          "eli",
          "kim",
          "lee",
          "be",
          "kay",
          "mann",
          "slater");

  private final Set<String> forenames;
  private final Set<String> surnames;

  private Gazetteer(Set<String> forenames, Set<String> surnames) {
    this.forenames = forenames;
    this.surnames = surnames;
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
    return WORDS.contains(word);
  }

  /** A name and nothing else: a disguised one is read as it was meant. */
  public boolean isPlainName(String word) {
    return (forenames.contains(word) || surnames.contains(word)) && !WORDS.contains(word);
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
