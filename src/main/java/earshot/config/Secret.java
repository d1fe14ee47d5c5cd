package earshot.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A password or key that never shows itself: neither in a log, nor on a page, nor in an error. */
public final class Secret {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The secret itself; only for the call that needs it. */
  public String reveal() {
    return value;
  }

  /**
   * Reads {@code KEY: env NAME} or {@code KEY: file PATH}; null, and a problem, when it is written
   * in the file itself, the variable is unset, or the file may be read by others.
   */
  public static @Nullable Secret read(YamlMap map, String key, Map<String, String> environment) {
    String text = map.textOr(key, "");
    if (text.isEmpty()) {
      return null;
    }
    if (text.startsWith("env ")) {
      String value = environment.get(text.substring(4).strip());
      if (value == null || value.isEmpty()) {
        map.wrong(
            key,
            "the environment variable " + text.substring(4).strip() + " is not set",
            "Set it for the account that runs Earshot");
        return null;
      }
      return new Secret(value);
    }
    if (text.startsWith("file ")) {
      return fromFile(map, key, map.file().resolveSibling(text.substring(5).strip()));
    }
    map.wrong(
        key,
        "'" + key + "' holds the secret itself",
        "Write '" + key + ": env NAME' or '" + key + ": file PATH', and change the secret");
    return null;
  }

  private static @Nullable Secret fromFile(YamlMap map, String key, Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        map.wrong(key, file + " may be read by others", "Run: chmod 600 " + file);
        return null;
      }
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      map.wrong(key, file + " cannot be read", "Make it, with the secret alone in it, mode 0600");
      return null;
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
