package earshot.judge.text;

import earshot.judge.weigh.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How words sound that stand in no class: learnt from public lexicons and comments (the model card
 * names them), kept as hashes with one of the {@link Sound}s each.
 */
public final class Feelings {
  /** How a word sounds; a word class of the same name holds it. */
  public enum Sound {
    SOUNDS_GOOD,
    SOUNDS_VERY_GOOD,
    SOUNDS_BAD,
    SOUNDS_VERY_BAD,
    SOUNDS_TOXIC,
    SOUNDS_OBSCENE,
    SOUNDS_LIKE_A_SLUR
  }

  private static final int ENTRY = 5;

  private final int[] words;
  private final byte[] sounds;

  private Feelings(int[] words, byte[] sounds) {
    this.words = words;
    this.sounds = sounds;
  }

  /** The hash under which a word is kept. */
  public static int hash(String word) {
    return (int) (Hash.of(word) >>> 32);
  }

  /** The number of the word's sound, or -1. */
  int of(String word) {
    int at = Arrays.binarySearch(words, hash(word));
    return at < 0 ? -1 : sounds[at];
  }

  /** Reads {@code feelings.hashes}: a hash (4 bytes) and a sound (1 byte) each, sorted by hash. */
  static Feelings read() {
    try (InputStream in = Feelings.class.getResourceAsStream("/earshot/judge/feelings.hashes")) {
      ByteBuffer all = ByteBuffer.wrap(in == null ? new byte[0] : in.readAllBytes());
      int count = all.remaining() / ENTRY;
      int[] words = new int[count];
      byte[] sounds = new byte[count];
      for (int i = 0; i < count; i++) {
        words[i] = all.getInt();
        sounds[i] = all.get();
      }
      return new Feelings(words, sounds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
