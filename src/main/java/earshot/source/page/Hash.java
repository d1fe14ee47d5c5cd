package earshot.source.page;

import org.apache.commons.codec.digest.DigestUtils;

/** A short fingerprint of words, blind to spaces. */
final class Hash {
  private static final int DIGITS = 16;

  private Hash() {}

  static String of(String first, String second) {
    String words = first.strip() + "\n" + second.replaceAll("\\s+", " ").strip();
    return DigestUtils.sha256Hex(words).substring(0, DIGITS);
  }
}
