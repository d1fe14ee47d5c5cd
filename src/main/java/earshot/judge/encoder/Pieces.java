package earshot.judge.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits words into the pieces that the encoder knows: the longest that fits, from left to right
 * (WordPiece, Wu et al. 2016).
 */
public final class Pieces {
  /** What stands for a word that cannot be split. */
  public static final String UNKNOWN = "[UNK]";

  private static final int LONGEST = 60;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int unknown;

  /**
   * @param pieces every piece, in the order of its number; one that continues a word starts with ##
   */
  public Pieces(List<String> pieces) {
    for (String piece : pieces) {
      numbers.put(piece, numbers.size());
    }
    unknown = number(UNKNOWN);
  }

  /** The number of a piece that must be there. */
  public int number(String piece) {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("no piece " + piece);
    }
    return number;
  }

  public int count() {
    return numbers.size();
  }

  /** The pieces of a word, a sign or some of both; accents are dropped. */
  public List<Integer> of(String text) {
    List<Integer> found = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    plain
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                split(word, found);
                sign(c, found);
              }
            });
    split(word, found);
    return found;
  }

  private void sign(int c, List<Integer> found) {
    if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
      found.add(numbers.getOrDefault(Character.toString(c), unknown));
    }
  }

  private void split(StringBuilder letters, List<Integer> found) {
    String word = letters.toString();
    letters.setLength(0);
    List<Integer> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length() && word.length() <= LONGEST) {
      int to = longest(word, from);
      if (to == from) {
        break;
      }
      pieces.add(number((from > 0 ? "##" : "") + word.substring(from, to)));
      from = to;
    }
    if (from == word.length()) {
      found.addAll(pieces);
    } else {
      found.add(unknown);
    }
  }

  private int longest(String word, int from) {
    String before = from > 0 ? "##" : "";
    int to = word.length();
    while (to > from && !numbers.containsKey(before + word.substring(from, to))) {
      to--;
    }
    return to;
  }
}
