package earshot.source.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Short fingerprints. */
final class Hashes {
  private Hashes() {}

  /** The first bytes of SHA-256, in hexadecimal. */
  static String of(String text, int bytes) {
    return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8), bytes));
  }

  static byte[] of(byte[] content, int bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
