package earshot.judge.encoder;

/**
 * Sets a tenth of the numbers to 0 (Srivastava et al. 2014), the same ones for the same seed; drawn
 * with a shift register (Marsaglia 2003), a byte a number.
 */
final class Dropout {
  private static final int DROPPED = 26;
  private static final float SCALE = 256f / (256 - DROPPED);
  private static final byte[] NOTHING = {};

  private final boolean drops;
  private long state;

  private Dropout(boolean drops, long seed) {
    this.drops = drops;
    state = seed * 0x9E3779B97F4A7C15L + 1;
  }

  static Dropout seeded(long seed) {
    return new Dropout(true, seed);
  }

  /** Drops nothing: for reading. */
  static Dropout none() {
    return new Dropout(false, 0);
  }

  private int next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return (int) (state >>> 32);
  }

  /** Drops some of the values; 1 for each of them. */
  byte[] drop(float[] values) {
    if (!drops) {
      return NOTHING;
    }
    byte[] dropped = new byte[values.length];
    int bits = 0;
    for (int i = 0; i < values.length; i++) {
      bits = i % 4 == 0 ? next() : bits >>> 8;
      if ((bits & 255) < DROPPED) {
        dropped[i] = 1;
        values[i] = 0;
      } else {
        values[i] *= SCALE;
      }
    }
    return dropped;
  }

  /** What a slope is before values were dropped. */
  static void back(byte[] dropped, float[] slopes) {
    for (int i = 0; i < dropped.length; i++) {
      slopes[i] = dropped[i] != 0 ? 0 : slopes[i] * SCALE;
    }
  }
}
