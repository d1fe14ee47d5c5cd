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

  /** Whether it is worth looking closer: a sign or a common small word never is a name. */
  boolean mayBeName(Token token) {
    if (token.kind() != Kind.WORD && token.kind() != Kind.HASHTAG) {
      return false;
    }
    String word = token.word();
    boolean common = token.classes().length > 0 || word.length() < 3 || word.endsWith("ing");
    return token.shape() != Shape.LOWER
        || gazetteer.isForename(word)
        || gazetteer.isSurname(word)
        || !common;
  }

  /** The traits of one token, as hashes. */
  public long[] of(Token[] tokens, int at) {
    Gathered out = new Gathered();
    Token token = tokens[at];
    String word = token.word();
    out.put(0, 1);
    out.put(1, Hash.of(word));
    out.put(2, shape(tokens, at));
    out.put(3, known(tokens, at));
    out.put(4, Hash.of(known(tokens, at), shape(tokens, at)));
    for (int length = 1; length <= 4 && length < word.length(); length++) {
      out.put(4 + length, Hash.of(word, 0, length));
      out.put(8 + length, Hash.of(word, word.length() - length, word.length()));
    }
    if (word.length() > 4) {
      out.put(60, Hash.of(Hash.of(word, word.length() - 3, word.length()), shape(tokens, at)));
    }
    out.put(13, Math.min(word.length(), 12));
    for (int each : token.classes()) {
      out.put(14, each + 1);
    }
    around(out, tokens, at);
    return out.all();
  }

  private void around(Gathered out, Token[] tokens, int at) {
    long shape = shape(tokens, at);
    for (int step = -2; step <= 2; step++) {
      if (step != 0) {
        int slot = 20 + (step + 2) * 6;
        out.put(slot, word(tokens, at + step));
        out.put(slot + 1, shape(tokens, at + step));
        out.put(slot + 2, Hash.of(known(tokens, at + step), known(tokens, at)));
        out.put(slot + 3, classOf(tokens, at + step));
        out.put(slot + 4, Hash.of(shape, word(tokens, at + step)));
        out.put(slot + 5, Hash.of(known(tokens, at), classOf(tokens, at + step)));
      }
    }
    out.put(50, Hash.of(word(tokens, at - 1), word(tokens, at)));
    out.put(51, Hash.of(word(tokens, at), word(tokens, at + 1)));
    out.put(52, Hash.of(word(tokens, at - 1), word(tokens, at + 1)));
    out.put(53, Hash.of(word(tokens, at - 2), word(tokens, at - 1)));
    out.put(54, Hash.of(Hash.of(shape(tokens, at - 1), shape), shape(tokens, at + 1)));
    out.put(55, Hash.of(Hash.of(known(tokens, at - 1), known(tokens, at)), known(tokens, at + 1)));
    out.put(56, Hash.of(word(tokens, at + 1), word(tokens, at + 2)));
    out.put(57, Hash.of(shape, Hash.of(classOf(tokens, at - 1), classOf(tokens, at + 1))));
  }

  private static long word(Token[] tokens, int at) {
    return at < 0 ? 1 : at >= tokens.length ? 2 : Hash.of(tokens[at].word());
  }

  private static long classOf(Token[] tokens, int at) {
    return at < 0 || at >= tokens.length ? -2 : tokens[at].main();
  }

  /** How it is written, and whether that says anything where it stands. */
  private static long shape(Token[] tokens, int at) {
    if (at < 0 || at >= tokens.length) {
      return 99;
    }
    Token token = tokens[at];
    boolean first = token.sentence() && token.shape() == Shape.TITLE;
    return token.shape().ordinal() * 16L + token.kind().ordinal() + (first ? 500 : 0);
  }

  private long known(Token[] tokens, int at) {
    if (at < 0 || at >= tokens.length) {
      return 99;
    }
    String word = tokens[at].word();
    return 1
        + (gazetteer.isForename(word) ? 1 : 0)
        + (gazetteer.isSurname(word) ? 2 : 0)
        + (gazetteer.isWord(word) ? 4 : 0)
        + (tokens[at].classes().length > 0 ? 8 : 0)
        + (gazetteer.isSeldom(word) ? 16 : 0);
  }

  /** Hashes, each under the salt of its kind. */
  private static final class Gathered {
    private long[] hashes = new long[72];
    private int size;

    void put(int kind, long value) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
      }
      hashes[size++] = Hash.of(SALTS[kind], value);
    }

    long[] all() {
      return Arrays.copyOf(hashes, size);
    }
  }
}
