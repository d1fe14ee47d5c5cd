package earshot.source.feed;

import org.apache.commons.codec.digest.DigestUtils;

/** Short fingerprints: the first bytes of SHA-256, written in hexadecimal. */
final class Hashes {
  private Hashes() {}

  static String of(String text, int bytes) {
    return DigestUtils.sha256Hex(text).substring(0, 2 * bytes);
  }

  static String of(byte[] content, int bytes) {
    return DigestUtils.sha256Hex(content).substring(0, 2 * bytes);
  }
}
