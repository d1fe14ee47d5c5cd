package earshot.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteException;

/** The database cannot do what was asked; the message is a plain sentence with the next step. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  static StoreException about(Path file, Throwable cause) {
    if (cause instanceof StoreException already) {
      return already;
    }
    return new StoreException(sentence(file, cause), cause);
  }

  private static String sentence(Path file, Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof AccessDeniedException) {
        return readOnly(file);
      }
      if (e instanceof SQLiteException sqlite) {
        return switch (sqlite.getResultCode()) {
          case SQLITE_FULL ->
              "The disk that holds "
                  + file
                  + " is full. Free some space; nothing kept so far is lost.";
          case SQLITE_BUSY, SQLITE_LOCKED ->
              "The database " + file + " is locked by another program. Close it and start again.";
          case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> readOnly(file);
          case SQLITE_CORRUPT, SQLITE_NOTADB ->
              "The database " + file + " is damaged. Put the newest backup in its place.";
          default -> "The database " + file + " does not work: " + sqlite.getMessage() + ".";
        };
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.exists(folder) && !Files.isWritable(folder)) {
      return readOnly(file);
    }
    return "The database " + file + " cannot be opened: " + cause.getMessage() + ".";
  }

  private static String readOnly(Path file) {
    return "Cannot write to "
        + file
        + ". Give the account that runs Earshot the right to write in that folder, or set another"
        + " folder as 'data' in earshot.yaml.";
  }
}
