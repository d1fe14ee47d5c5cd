package earshot.judge.text;

import java.util.function.Predicate;

/** Undoes digits and signs that stand for letters, and letters repeated for emphasis. */
final class Leet {
  private Leet() {}

  static char letter(char c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', '!', '|', 'l' -> 'i';
      case '3', '€' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7', '+' -> 't';
      case '8' -> 'b';
      case '9' -> 'g';
      case '6' -> 'g';
      case '2' -> 'z';
      default -> c;
    };
  }

  static boolean isSign(char c) {
    return c == '@' || c == '!' || c == '$' || c == '€' || c == '|' || c == '+';
  }

  /** The word that was meant: itself when nothing stands for a letter. */
  static String decode(String word, Predicate<String> known) {
    int letters = 0;
    int inside = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        letters++;
      } else if (i > 0 && i + 1 < word.length() && Character.isLetter(word.charAt(i - 1))) {
        inside++;
      }
    }
    if (letters == word.length() || letters == 0 || word.indexOf('\'') > 0) {
      return word;
    }
    String plain = replace(word, 'i');
    if (known.test(plain) && plain.length() > 2) {
      return plain;
    }
    String other = replace(word, 'l');
    if (known.test(other) && other.length() > 2) {
      return other;
    }
    return letters >= 3 && inside > 0 && isLetter(word, word.length() - 1) ? plain : word;
  }

  private static boolean isLetter(String word, int at) {
    return Character.isLetter(word.charAt(at));
  }

  private static String replace(String word, char one) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      if (!Character.isLetter(letters[i])) {
        char letter = letter(letters[i]);
        letters[i] = letter == 'i' ? one : letter;
      }
    }
    return new String(letters);
  }

  /** Three or more of one letter become one where that makes a known word, else two. */
  static String shorten(String word, Predicate<String> known) {
    int run = 1;
    boolean long3 = false;
    for (int i = 1; i < word.length(); i++) {
      run = word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      long3 |= run >= 3 && Character.isLetter(word.charAt(i));
    }
    if (!long3) {
      return word;
    }
    String one = squeeze(word, 1);
    return known.test(one) ? one : squeeze(word, 2);
  }

  private static String squeeze(String word, int most) {
    StringBuilder squeezed = new StringBuilder(word.length());
    int start = 0;
    while (start < word.length()) {
      int end = start;
      while (end < word.length() && word.charAt(end) == word.charAt(start)) {
        end++;
      }
      int keep = end - start >= 3 ? most : end - start;
      for (int i = 0; i < keep; i++) {
        squeezed.append(word.charAt(start));
      }
      start = end;
    }
    return squeezed.toString();
  }
}
