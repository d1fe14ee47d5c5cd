package earshot.judge.names;

import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.weigh.Hash;
import java.util.Arrays;

/** What a token and its neighbours show of whether it is part of a person's name. */
public final class NameTraits {
  private static final long[] SALTS = new long[64];

  static {
    for (int i = 0; i < SALTS.length; i++) {
      SALTS[i] = Hash.mix(0x5EED + i);
    }
  }

  private final Gazetteer gazetteer;

  public NameTraits(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Looks at a row of tokens, once for all of them. */
  public Looked look(Token[] tokens) {
    return new Looked(gazetteer, tokens);
  }

  /** Tokens that have been looked at: their traits one by one. */
  public static final class Looked {
    private static final int MARGIN = 2;

    private final Gazetteer gazetteer;
    private final Token[] tokens;
    private final long[] words;
    private final long[] shapes;
    private final long[] known;
    private final long[] mains;
    private final long[] hashes = new long[160];
    private int size;

    private Looked(Gazetteer gazetteer, Token[] tokens) {
      this.gazetteer = gazetteer;
      this.tokens = tokens;
      int length = tokens.length + 2 * MARGIN;
      words = new long[length];
      shapes = new long[length];
      known = new long[length];
      mains = new long[length];
      Arrays.fill(words, 0, MARGIN, 1);
      Arrays.fill(words, length - MARGIN, length, 2);
      Arrays.fill(shapes, 99);
      Arrays.fill(known, 99);
      Arrays.fill(mains, -2);
      for (int i = 0; i < tokens.length; i++) {
        words[i + MARGIN] = Hash.of(tokens[i].word());
        shapes[i + MARGIN] = shape(tokens[i]);
        known[i + MARGIN] = known(tokens[i]);
        mains[i + MARGIN] = tokens[i].main();
      }
    }

    /** How it is written, and whether that says anything where it stands. */
    private static long shape(Token token) {
      boolean first = token.sentence() && token.shape() == Shape.TITLE;
      return token.shape().ordinal() * 16L + token.kind().ordinal() + (first ? 500 : 0);
    }

    private long known(Token token) {
      return 1 + gazetteer.kinds(token.word()) + (token.classes().length > 0 ? 8 : 0);
    }

    /** Whether it is worth looking closer: a sign or a common small word never is a name. */
    boolean mayBeName(int at) {
      Token token = tokens[at];
      if (token.kind() != Kind.WORD && token.kind() != Kind.HASHTAG) {
        return false;
      }
      String word = token.word();
      boolean common = token.classes().length > 0 || word.length() < 3 || word.endsWith("ing");
      boolean name = ((known[at + MARGIN] - 1) & 3) != 0;
      return token.shape() != Shape.LOWER || name || !common;
    }

    /** How many traits were given last. */
    public int size() {
      return size;
    }

    /** The traits of one token, as hashes: the first {@link #size} of what is returned. */
    public long[] of(int at) {
      size = 0;
      Token token = tokens[at];
      String word = token.word();
      int i = at + MARGIN;
      put(0, 1);
      put(1, words[i]);
      put(2, shapes[i]);
      put(3, known[i]);
      put(4, Hash.of(known[i], shapes[i]));
      for (int length = 1; length <= 4 && length < word.length(); length++) {
        put(4 + length, Hash.of(word, 0, length));
        put(8 + length, Hash.of(word, word.length() - length, word.length()));
      }
      if (word.length() > 4) {
        put(60, Hash.of(Hash.of(word, word.length() - 3, word.length()), shapes[i]));
      }
      put(13, Math.min(word.length(), 12));
      for (int each = 0; each < Math.min(8, token.classes().length); each++) {
        put(14, token.classes()[each] + 1);
      }
      around(i);
      return hashes;
    }

    private void around(int i) {
      for (int step = -2; step <= 2; step++) {
        if (step != 0) {
          int slot = 20 + (step + 2) * 6;
          put(slot, words[i + step]);
          put(slot + 1, shapes[i + step]);
          put(slot + 2, Hash.of(known[i + step], known[i]));
          put(slot + 3, mains[i + step]);
          put(slot + 4, Hash.of(shapes[i], words[i + step]));
          put(slot + 5, Hash.of(known[i], mains[i + step]));
        }
      }
      put(50, Hash.of(words[i - 1], words[i]));
      put(51, Hash.of(words[i], words[i + 1]));
      put(52, Hash.of(words[i - 1], words[i + 1]));
      put(53, Hash.of(words[i - 2], words[i - 1]));
      put(54, Hash.of(Hash.of(shapes[i - 1], shapes[i]), shapes[i + 1]));
      put(55, Hash.of(Hash.of(known[i - 1], known[i]), known[i + 1]));
      put(56, Hash.of(words[i + 1], words[i + 2]));
      put(57, Hash.of(shapes[i], Hash.of(mains[i - 1], mains[i + 1])));
    }

    private void put(int kind, long value) {
      hashes[size++] = Hash.of(SALTS[kind], value);
    }
  }
}
