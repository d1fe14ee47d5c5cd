package earshot.judge.encoder;

/**
 * A post as the encoder reads it: platform and author, then context, then text.
 *
 * @param pieces the number of each piece
 * @param forms how each is written, and what it is to the school: an index below {@link #FORMS}
 * @param classes the word classes of the token of each piece
 * @param tokens the token of the text that each piece belongs to; -1 outside of the text
 */
public record Sequence(int[] pieces, int[] forms, int[][] classes, int[] tokens) {
  /** How many pieces have a meaning of ours: placeholders and emoji. */
  static final int OWN = 100;

  /** Eight shapes by three parts of a name, then one form for each piece of ours. */
  public static final int FORMS = 24 + OWN;

  /** Room for word classes. */
  public static final int CLASSES = 128;

  public int length() {
    return pieces.length;
  }
}
