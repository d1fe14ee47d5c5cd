package earshot.web.people;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** A secret of 256 random bits and the hash by which the store knows it. */
final class Token {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Token() {}

  static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A bare hash is enough: nobody guesses 256 random bits (ASVS 5.0, 7.2.3). */
  static String hash(String token) {
    return DigestUtils.sha256Hex(token);
  }
}
