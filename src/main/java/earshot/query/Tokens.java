package earshot.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A text as words, folded so that one spelling finds the others, each with its place in the text.
 * Rules, searches and the index all see a text this way.
 */
public final class Tokens {

  /**
   * One word.
   *
   * @param folded small letters without accents, apostrophes or invisible characters; {@code saint}
   *     is {@code st}
   * @param bare the word without a possessive {@code 's}, or null when it has none
   * @param exact as written, composed (NFC)
   * @param start its first character in the text, UTF-16 units
   * @param end one past its last
   * @param glued whether it hangs on the word before, as in {@code #MarlbeckFair} or {@code
   *     thistle🌸wick}: then the two are also one word
   */
  public record Token(
      String folded, @Nullable String bare, String exact, int start, int end, boolean glued) {}

  private final List<Token> list;

  private Tokens(List<Token> list) {
    this.list = list;
  }

  /** The words of a text, in order. Takes any text; time grows with its length alone. */
  public static Tokens of(String text) {
    List<Token> list = new ArrayList<>(text.length() / 5 + 1);
    Words words = new Words(text);
    while (words.next()) {
      String written = text.substring(words.start(), words.end());
      String folded = Fold.word(written);
      if (!folded.isEmpty()) {
        list.add(
            new Token(
                folded,
                Fold.withoutPossessive(written),
                Fold.exact(written),
                words.start(),
                words.end(),
                words.glued() && !list.isEmpty()));
      }
    }
    return new Tokens(List.copyOf(list));
  }

  /** The same words, but those that are hidden match nothing; every other keeps its position. */
  public Tokens without(Predicate<Token> hidden) {
    return new Tokens(
        list.stream()
            .map(
                token ->
                    hidden.test(token)
                        ? new Token("", null, "", token.start(), token.end(), false)
                        : token)
            .toList());
  }

  public List<Token> list() {
    return list;
  }

  public int size() {
    return list.size();
  }

  public Token get(int position) {
    return list.get(position);
  }

  /** The words glued together from one position to another, both included, as one word. */
  public String joined(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i <= to; i++) {
      joined.append(list.get(i).folded());
    }
    return joined.toString();
  }

  /** The last position that hangs together with this one without a gap; itself when none does. */
  public int gluedTo(int position) {
    int last = position;
    // nobody glues more words than a hashtag holds; the bound keeps hostile text linear
    while (last + 1 < list.size() && last - position < 7 && list.get(last + 1).glued()) {
      last++;
    }
    return last;
  }
}
