package earshot.judge.names;

import earshot.judge.text.Token;
import earshot.judge.weigh.Hash;
import earshot.judge.weigh.Weights;

/** Finds persons' names in noisy text: the best row of tags under learnt weights (Viterbi). */
public final class NameTagger {
  /** No part of a person's name. */
  public static final int OUTSIDE = 0;

  /** First word of a person's name. */
  public static final int BEGIN = 1;

  /** A further word of it. */
  public static final int INSIDE = 2;

  public static final int TAGS = 3;

  private static final float SURE = 1e6f;

  private final NameTraits traits;
  private final Weights weights;
  private final float[][] follows = new float[TAGS][TAGS];

  public NameTagger(NameTraits traits, Weights weights) {
    this.traits = traits;
    this.weights = weights;
    for (int tag = 0; tag < TAGS; tag++) {
      int row = weights.row(follow(tag));
      for (int next = 0; next < TAGS && row >= 0; next++) {
        follows[tag][next] = weights.weight(row, next);
      }
    }
  }

  /** The trait that holds what may follow a tag. */
  public static long follow(int tag) {
    return Hash.mix(0xF0110 + tag);
  }

  /** A tag for each token. */
  public byte[] tag(Token[] tokens) {
    float[][] said = new float[tokens.length][TAGS];
    NameTraits.Looked looked = traits.look(tokens);
    for (int i = 0; i < tokens.length; i++) {
      if (!looked.mayBeName(i)) {
        said[i][OUTSIDE] = SURE;
        continue;
      }
      long[] hashes = looked.of(i);
      int[] rows = new int[looked.size()];
      for (int h = 0; h < rows.length; h++) {
        rows[h] = weights.row(hashes[h]);
      }
      said[i] = weights.sums(rows);
    }
    return best(said, follows);
  }

  /** The row of tags with the largest sum; a name never starts with {@link #INSIDE}. */
  public static byte[] best(float[][] said, float[][] follows) {
    int length = said.length;
    byte[] tags = new byte[length];
    if (length == 0) {
      return tags;
    }
    byte[][] from = new byte[length][TAGS];
    float[] sums = said[0].clone();
    sums[INSIDE] = Float.NEGATIVE_INFINITY;
    for (int i = 1; i < length; i++) {
      float[] next = new float[TAGS];
      for (byte tag = 0; tag < TAGS; tag++) {
        byte best = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (byte before = 0; before < TAGS; before++) {
          boolean never = tag == INSIDE && before == OUTSIDE;
          float sum = never ? Float.NEGATIVE_INFINITY : sums[before] + follows[before][tag];
          if (sum > most) {
            most = sum;
            best = before;
          }
        }
        from[i][tag] = best;
        next[tag] = most + said[i][tag];
      }
      sums = next;
    }
    byte last = 0;
    for (byte tag = 1; tag < TAGS; tag++) {
      last = sums[tag] > sums[last] ? tag : last;
    }
    for (int i = length - 1; i >= 0; i--) {
      tags[i] = last;
      last = from[i][last];
    }
    return tags;
  }
}
