package earshot.source.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short fingerprint of words, blind to spaces. */
final class Hash {
  private static final int BYTES = 8;

  private Hash() {}

  static String of(String first, String second) {
    String words = first.strip() + "\n" + second.replaceAll("\\s+", " ").strip();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has SHA-256
    }
  }
}
