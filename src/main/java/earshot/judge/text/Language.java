package earshot.judge.text;

import java.util.HashMap;
import java.util.Map;

/** Which language a text is written in, as far as its commonest words and its letters tell. */
public enum Language {
  ENGLISH("English"),
  WELSH("Welsh"),
  IRISH("Irish"),
  GAELIC("Gaelic"),
  POLISH("Polish"),
  ROMANIAN("Romanian"),
  FRENCH("French"),
  SPANISH("Spanish"),
  PORTUGUESE("Portuguese"),
  ITALIAN("Italian"),
  GERMAN("German"),
  TURKISH("Turkish"),
  OTHER_SCRIPT("another script"),
  UNKNOWN("no language that can be told");

  private static final int FEWEST = 3;

  /** The languages that a word is common in, a bit each. */
  private static final Map<String, Integer> COMMON =
      common(
          words(ENGLISH, "the and to of is in it that for you was on are with my have be at not"),
          words(WELSH, "yn y yr a i o ar mae am wedi gan ei eu ddim oedd ni chi fy bod dim gyda"),
          words(IRISH, "agus an na ar go le bhi ta sa leis ag mo i chun ach seo nach gach nuair"),
          words(GAELIC, "agus an na air tha gu le bha anns aig mo ach seo gach nuair airson cha"),
          words(POLISH, "i w na z nie sie do jest to ze o ale jak po za od dla tak co bardzo"),
          words(ROMANIAN, "si de la in cu nu este pe un o ca pentru mai din sunt foarte care"),
          words(FRENCH, "le la les de des et est un une pas que pour dans en qui avec ce il elle"),
          words(SPANISH, "el la los de que y en un una es no por con para su muy esta lo las"),
          words(PORTUGUESE, "o a os de que e em um uma nao por com para muito esta do da na no"),
          words(ITALIAN, "il la di che e un una non per con sono molto del della questo gli le"),
          words(GERMAN, "der die das und ist nicht ein eine zu mit auf fur von es den wir sie ich"),
          words(TURKISH, "ve bir bu cok icin da de ne ile degil var mi ama gibi daha en ben"));

  private final String spoken;

  Language(String spoken) {
    this.spoken = spoken;
  }

  /** The commonest words of one language. */
  private record Common(Language language, String words) {}

  private static Common words(Language language, String words) {
    return new Common(language, words);
  }

  private static Map<String, Integer> common(Common... languages) {
    Map<String, Integer> common = new HashMap<>();
    for (Common of : languages) {
      for (String word : of.words().split(" ")) {
        common.merge(word, 1 << of.language().ordinal(), (one, other) -> one | other);
      }
    }
    return common;
  }

  /** As it stands in a sentence. */
  public String spoken() {
    return spoken;
  }

  /** Whether the judge has learnt from posts in it. */
  public boolean isRead() {
    return this == ENGLISH || this == WELSH || this == IRISH || this == GAELIC || this == UNKNOWN;
  }

  public static Language of(Token[] tokens) {
    int words = 0;
    int foreign = 0;
    for (Token token : tokens) {
      if (token.kind() == Kind.WORD) {
        words++;
        foreign += token.word().charAt(0) > 0x24F ? 1 : 0;
      }
    }
    if (foreign * 2 > words) {
      return OTHER_SCRIPT;
    }
    int[] counts = counts(tokens);
    Language best = UNKNOWN;
    int most = FEWEST - 1;
    for (Language language : values()) {
      if (counts[language.ordinal()] > most) {
        most = counts[language.ordinal()];
        best = language;
      }
    }
    return best;
  }

  /** How many tokens are common words of each language. */
  private static int[] counts(Token[] tokens) {
    int[] counts = new int[values().length];
    for (Token token : tokens) {
      int languages = COMMON.getOrDefault(token.word(), 0);
      while (languages != 0) {
        counts[Integer.numberOfTrailingZeros(languages)]++;
        languages &= languages - 1;
      }
    }
    return counts;
  }
}
