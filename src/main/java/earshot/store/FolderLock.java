package earshot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second instance off the same data folder; gone when the process is gone, however it ends.
 */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StoreException when another instance holds the folder, or it cannot be written to
   */
  public static FolderLock of(Path folder) {
    Path file = folder.resolve("earshot.lock");
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StoreException(
            "Earshot is already running on the folder "
                + folder.toAbsolutePath()
                + ". Stop that one first, or give this one a 'data' folder of its own.",
            new IllegalStateException("locked"));
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw StoreException.about(file, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the process
    }
  }
}
