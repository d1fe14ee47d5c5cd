package earshot.school.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the roster's hashes (HMAC-SHA-256, RFC 2104). It stands in a file of mode 0600 apart
 * from the data: names have so little variety that a hash without a key is no protection.
 */
final class RosterKey {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final SecretKeySpec key;

  private RosterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  static RosterKey of(byte[] bytes) {
    return new RosterKey(bytes);
  }

  static RosterKey fresh(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path made = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(made);
    if (Files.getFileStore(folder == null ? file : folder).supportsFileAttributeView("posix")) {
      Files.createFile(made, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    Files.writeString(
        made,
        HexFormat.of().formatHex(bytes),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(made, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return new RosterKey(bytes);
  }

  /**
   * @throws IOException with a plain sentence when the key is missing, malformed, or may be read by
   *     others
   */
  static RosterKey read(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")
        && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(file + " may be read by others. Run: chmod 600 " + file);
    }
    try {
      byte[] bytes = HexFormat.of().parseHex(Files.readString(file).strip());
      if (bytes.length != BYTES) {
        throw new IllegalArgumentException("length");
      }
      return new RosterKey(bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          file + " is not a roster key. Put the right file back, or import the roster anew", e);
    }
  }

  /** A keyed hasher for one thread. */
  Hasher hasher() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return new Hasher(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Hashes with the key; not to be shared between threads. */
  record Hasher(Mac mac) {
    /** The first 128 bits, as hexadecimal digits. */
    String hash(String kind, String school, String form) {
      String message = kind + "\n" + school + "\n" + form;
      byte[] hash = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    }
  }
}
