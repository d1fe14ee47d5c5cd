package earshot.web.door;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with OWASP's figures: 19 MiB, two passes, one lane. At most two at a time, so that a
 * flood of tries costs neither memory nor everybody's patience.
 */
public final class Passwords implements PasswordEncoder {
  /** Characters at least (ASVS 5.0, 6.2.1), and at most. */
  public static final int SHORTEST = 12;

  public static final int LONGEST = 200;

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY_KIB, PASSES);
  private final Semaphore turns = new Semaphore(2, true);

  /** What is wrong with a password that somebody wants, in a plain sentence; null when nothing. */
  public static @Nullable String problem(String password, String email) {
    if (password.length() < SHORTEST) {
      return "A password has at least " + SHORTEST + " characters. Three or four words do well.";
    }
    if (password.length() > LONGEST) {
      return "A password has at most " + LONGEST + " characters.";
    }
    String small = password.toLowerCase(java.util.Locale.ROOT);
    if (small.chars().distinct().count() < 5
        || small.contains("password")
        || small.contains("earshot")
        || small.contains("12345678")
        || (!email.isEmpty() && small.contains(email.split("@")[0]))) {
      return "That password is easy to guess. Three or four words that do not belong together do"
          + " well.";
    }
    return null;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    turns.acquireUninterruptibly();
    try {
      return argon2.encode(password);
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    if (password == null || password.length() > LONGEST) {
      return false;
    }
    turns.acquireUninterruptibly();
    try {
      return argon2.matches(password, hash);
    } finally {
      turns.release();
    }
  }
}
