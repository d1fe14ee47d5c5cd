package earshot.judge.text;

/**
 * One word, sign or emoji.
 *
 * @param start where it starts in the text as written, UTF-16 units
 * @param end where it ends
 * @param word its letters, disguises undone, lower case; an apostrophe or hyphen is kept
 * @param kind what it is by its form
 * @param shape how it is written
 * @param sentence whether it opens a sentence
 * @param clause number of the clause it stands in, from 0
 * @param classes the word classes it belongs to, main one first
 */
public record Token(
    int start,
    int end,
    String word,
    Kind kind,
    Shape shape,
    boolean sentence,
    int clause,
    int[] classes) {

  private static final int[] NONE = {};

  Token(int start, int end, String word, Kind kind, Shape shape) {
    this(start, end, word, kind, shape, false, 0, NONE);
  }

  /** Its main class, or -1. */
  public int main() {
    return classes.length == 0 ? -1 : classes[0];
  }

  public boolean in(int wordClass) {
    for (int each : classes) {
      if (each == wordClass) {
        return true;
      }
    }
    return false;
  }

  /** The same token, first of all of this class. */
  Token also(int wordClass) {
    int[] more = new int[classes.length + 1];
    more[0] = wordClass;
    System.arraycopy(classes, 0, more, 1, classes.length);
    return new Token(start, end, word, kind, shape, sentence, clause, more);
  }

  Token readAs(String other, int[] itsClasses) {
    return new Token(start, end, other, kind, shape, sentence, clause, itsClasses);
  }

  Token as(Kind other) {
    return new Token(start, end, word, other, shape, sentence, clause, classes);
  }

  boolean is(String other) {
    return word.equals(other);
  }
}
