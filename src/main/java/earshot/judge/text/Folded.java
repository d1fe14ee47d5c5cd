package earshot.judge.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text with its disguises undone (compatibility forms, look-alike letters, invisible characters,
 * marks, HTML left-overs), each character with its place in the text as written.
 */
final class Folded {
  private final String raw;
  private char[] chars;
  private int[] from;
  private int[] to;
  private int length;

  private Folded(String raw) {
    this.raw = raw;
    int size = raw.length() + 16;
    chars = new char[size];
    from = new int[size];
    to = new int[size];
  }

  static Folded of(String raw) {
    Folded folded = new Folded(raw);
    int at = 0;
    while (at < raw.length()) {
      at = folded.take(at);
    }
    folded.undoLookAlikes();
    return folded;
  }

  int length() {
    return length;
  }

  char at(int index) {
    return chars[index];
  }

  /** Where the character stands in the text as written. */
  int from(int index) {
    return from[index];
  }

  /** Where the character ends in the text as written. */
  int to(int index) {
    return to[index];
  }

  String lower(int start, int end) {
    char[] lower = new char[end - start];
    for (int i = start; i < end; i++) {
      lower[i - start] = Character.toLowerCase(chars[i]);
    }
    return new String(lower);
  }

  private int take(int at) {
    char c = raw.charAt(at);
    if (c < 0x80) {
      int after = c == '<' ? Markup.endOfTag(raw, at) : c == '&' ? Markup.endOfEntity(raw, at) : 0;
      if (after > 0) {
        put(c == '<' ? ' ' : Markup.entity(raw, at, after), at, after);
        return after;
      }
      put(c == '`' ? '\'' : c, at, at + 1);
      return at + 1;
    }
    int point = raw.codePointAt(at);
    int after = at + Character.charCount(point);
    takeRare(point, at, after);
    return after;
  }

  private void takeRare(int point, int at, int after) {
    switch (point) {
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0x2B9, 0x2032, 0xB4, 0xFF07 ->
          put('\'', at, after);
      case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2033, 0xFF02 -> put('"', at, after);
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFF0D ->
          put('-', at, after);
      case 0xDF -> putAll("ss", at, after);
      case 0xE6 -> putAll("ae", at, after);
      case 0xC6 -> putAll("AE", at, after);
      case 0x153 -> putAll("oe", at, after);
      case 0xA3, 0x20AC, 0xB0 -> put((char) point, at, after);
      default -> takeByType(point, at, after);
    }
  }

  private void takeByType(int point, int at, int after) {
    switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE -> {
        // invisible or a mark on the letter before: it says nothing of its own
      }
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          put(' ', at, after);
      case Character.OTHER_SYMBOL -> takeSymbol(point, at, after);
      default -> takeLetter(point, at, after);
    }
  }

  private void takeSymbol(int point, int at, int after) {
    if (point >= 0x1F1E6 && point <= 0x1F1FF) {
      put((char) ('a' + point - 0x1F1E6), at, after);
    } else if (point >= 0x1F130 && point <= 0x1F189) {
      put((char) ('A' + (point - 0x1F130) % 0x20), at, after);
    } else if (point >= 0x24B6 && point <= 0x24E9) {
      takeLetter(point, at, after);
    } else {
      putAll(raw.substring(at, after), at, after);
    }
  }

  private void takeLetter(int point, int at, int after) {
    String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    for (int i = 0; i < apart.length() && i < 8; i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        put(c, at, after);
      }
    }
  }

  private void putAll(String text, int at, int after) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i), at, after);
    }
  }

  private void put(char c, int at, int after) {
    if (length == chars.length) {
      int size = length + (length >> 1);
      chars = Arrays.copyOf(chars, size);
      from = Arrays.copyOf(from, size);
      to = Arrays.copyOf(to, size);
    }
    chars[length] = c;
    from[length] = at;
    to[length++] = after;
  }

  /** Reads look-alike letters as Latin where the word, or the text around it, is Latin. */
  private void undoLookAlikes() {
    int latin = 0;
    int foreign = 0;
    for (int i = 0; i < length; i++) {
      if (Character.isLetter(chars[i])) {
        if (chars[i] < 0x250) {
          latin++;
        } else {
          foreign++;
        }
      }
    }
    for (int i = 0; foreign > 0 && i < length; i++) {
      if (chars[i] >= 0x80 && Confusables.latin(chars[i]) != 0) {
        int end = endOfWord(i);
        if (latin > 2 * foreign || wordHasLatin(i)) {
          replace(i, end);
        }
        i = end;
      }
    }
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < length && Character.isLetterOrDigit(chars[end])) {
      end++;
    }
    return end;
  }

  private boolean wordHasLatin(int inside) {
    int i = inside;
    while (i > 0 && Character.isLetter(chars[i - 1])) {
      i--;
    }
    for (; i < length && Character.isLetter(chars[i]); i++) {
      if (chars[i] < 0x80) {
        return true;
      }
    }
    return false;
  }

  private void replace(int start, int end) {
    for (int i = start; i < end; i++) {
      char latin = chars[i] < 0x80 ? 0 : Confusables.latin(chars[i]);
      if (latin != 0) {
        chars[i] = latin;
      }
    }
  }
}
