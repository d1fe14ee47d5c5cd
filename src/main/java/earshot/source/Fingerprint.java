package earshot.source;

import org.apache.commons.codec.digest.DigestUtils;

/** Short fingerprints: the first bytes of SHA-256 (FIPS 180-4), written in hexadecimal. */
public final class Fingerprint {
  private Fingerprint() {}

  public static String of(String text, int bytes) {
    return DigestUtils.sha256Hex(text).substring(0, 2 * bytes);
  }

  public static String of(byte[] content, int bytes) {
    return DigestUtils.sha256Hex(content).substring(0, 2 * bytes);
  }
}
