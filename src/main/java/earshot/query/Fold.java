package earshot.query;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes one word of its many spellings: case, accents, apostrophes, width, look-alike letters. */
final class Fold {
  /** Cyrillic and Greek letters that pass for Latin ones (Unicode TR 39, the common ones). */
  private static final String LOOK_ALIKE = "аеорсухіјѕԁһցкмнтвгпαεορτυικνχ";

  private static final String LATIN = "aeopcyxijsdhgkmhtbrnaeoptuikvx";

  private Fold() {}

  static String word(String written) {
    String lower = plain(written) ? written.toLowerCase(Locale.ROOT) : foldAll(written);
    return lower.equals("saint") ? "st" : lower;
  }

  private static boolean plain(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= 0x80 || c == '\'') {
        return false;
      }
    }
    return true;
  }

  private static String foldAll(String written) {
    String parts = Normalizer.normalize(written, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c))
        .forEach(c -> fold(Character.toLowerCase(c), folded));
    return hasLatin(folded) ? latin(folded) : folded.toString();
  }

  private static void fold(int c, StringBuilder folded) {
    switch (c) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'đ', 'ð' -> folded.append('d');
      case 'ł' -> folded.append('l');
      case 'þ' -> folded.append("th");
      case 'ı' -> folded.append('i');
      default -> folded.appendCodePoint(c);
    }
  }

  private static boolean hasLatin(CharSequence word) {
    return word.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Only a word of mixed letters hides something; a Russian or Greek word stays itself. */
  private static String latin(CharSequence word) {
    StringBuilder latin = new StringBuilder(word.length());
    word.codePoints()
        .forEach(
            c -> {
              int at = LOOK_ALIKE.indexOf(c);
              latin.appendCodePoint(at < 0 ? c : LATIN.charAt(at));
            });
    return latin.toString();
  }

  static @Nullable String withoutPossessive(String written) {
    int length = written.length();
    if (length < 3
        || !isApostrophe(written.charAt(length - 2))
        || (written.charAt(length - 1) | 0x20) != 's') {
      return null;
    }
    String bare = word(written.substring(0, length - 2));
    return bare.isEmpty() ? null : bare;
  }

  static String exact(String written) {
    return Normalizer.isNormalized(written, Normalizer.Form.NFC)
        ? written
        : Normalizer.normalize(written, Normalizer.Form.NFC);
  }

  static boolean isApostrophe(int c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '\u02BC'
        || c == '`'
        || c == '\u00B4';
  }

  /** Soft hyphens, zero-width characters, direction marks, variation selectors. */
  static boolean isInvisible(int c) {
    return c == 0xAD || (c >= 0xFE00 && c <= 0xFE0F) || Character.getType(c) == Character.FORMAT;
  }
}
