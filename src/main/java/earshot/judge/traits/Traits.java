package earshot.judge.traits;

import earshot.judge.weigh.Hash;
import java.util.Arrays;

/** The traits of one post: each a hash, the group it belongs to, and the token where it ends. */
public final class Traits {
  /** Kinds of traits; each kind is given its own weight, whatever the length of a text. */
  public enum Group {
    WORDS(1.0f),
    CLASSES(1.0f),
    LETTERS(0.8f),
    PAIRS(0.7f),
    CONTEXT(0.6f),
    CIRCUMSTANCES(0.8f);

    private final float share;

    Group(float share) {
      this.share = share;
    }
  }

  private static final int GROUPS = Group.values().length;

  private long[] hashes;
  private byte[] groups;
  private int[] tokens;
  private final int[] counts = new int[GROUPS];
  private long[] seen;
  private int size;

  /**
   * @param expected about how many there will be
   */
  Traits(int expected) {
    hashes = new long[expected];
    groups = new byte[expected];
    tokens = new int[expected];
    seen = new long[Integer.highestOneBit(expected) * 4];
  }

  void add(Group group, long hash, int token) {
    long key = Hash.of(hash, group.ordinal());
    if (key == 0 || !isNew(key)) {
      return;
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      groups = Arrays.copyOf(groups, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    hashes[size] = key;
    groups[size] = (byte) group.ordinal();
    tokens[size++] = token;
    counts[group.ordinal()]++;
  }

  private boolean isNew(long key) {
    if (size * 2 > seen.length) {
      grow();
    }
    int slot = (int) key & (seen.length - 1);
    while (seen[slot] != 0) {
      if (seen[slot] == key) {
        return false;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = key;
    return true;
  }

  private void grow() {
    long[] old = seen;
    seen = new long[old.length * 2];
    for (long key : old) {
      if (key != 0) {
        int slot = (int) key & (seen.length - 1);
        while (seen[slot] != 0) {
          slot = (slot + 1) & (seen.length - 1);
        }
        seen[slot] = key;
      }
    }
  }

  /** Gives back the room that only gathering needs; nothing can be added any more. */
  public Traits compact() {
    hashes = Arrays.copyOf(hashes, size);
    groups = Arrays.copyOf(groups, size);
    tokens = Arrays.copyOf(tokens, size);
    seen = new long[0];
    return this;
  }

  public int size() {
    return size;
  }

  public long hash(int index) {
    return hashes[index];
  }

  /** The token at which it stands, -1 when it is of no one word. */
  public int token(int index) {
    return tokens[index];
  }

  /** How much one trait of each group counts in this post. */
  public float[] shares() {
    float[] shares = new float[GROUPS];
    for (Group group : Group.values()) {
      int count = counts[group.ordinal()];
      shares[group.ordinal()] = count == 0 ? 0 : group.share / (float) Math.sqrt(count);
    }
    return shares;
  }

  public int group(int index) {
    return groups[index];
  }
}
