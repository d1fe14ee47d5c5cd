package earshot.judge.weigh;

/** 64-bit hashes of words and of words in a row. */
public final class Hash {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Hash() {}

  public static long of(CharSequence word) {
    return of(word, 0, word.length());
  }

  public static long of(CharSequence word, int start, int end) {
    long hash = 0xCBF29CE484222325L;
    for (int i = start; i < end; i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  public static long of(long one, long other) {
    return mix(one * STEP + Long.rotateLeft(other, 23) + 1);
  }

  public static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
