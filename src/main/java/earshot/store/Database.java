package earshot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one SQLite file: write-ahead log, {@code synchronous=FULL}, one writer, several readers. What
 * a {@link #write} returned is on the disk.
 */
public final class Database implements AutoCloseable {
  /** The number of the newest file in db/migration. */
  static final int NEWEST = 5;

  static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  private final Path file;
  private final Duration patience;
  private final SingleConnectionDataSource writer;
  private final JdbcClient writerClient;
  private final ReentrantLock writing = new ReentrantLock();
  private final BlockingQueue<SingleConnectionDataSource> readers =
      new ArrayBlockingQueue<>(READERS);
  private final ThreadLocal<@Nullable SingleConnectionDataSource> held = new ThreadLocal<>();

  private Database(Path file, Duration patience) throws SQLException {
    this.file = file;
    this.patience = patience;
    this.writer = connect(file);
    this.writerClient = JdbcClient.create(writer);
    for (int i = 0; i < READERS; i++) {
      readers.add(connect(file));
    }
  }

  /**
   * Opens the file, made if it is missing, and brings its tables up to date.
   *
   * @throws StoreException with a plain sentence when it cannot be opened, read or brought up to
   *     date
   */
  public static Database open(Path file) {
    return open(file, Duration.ofMillis(BUSY_MILLIS));
  }

  /**
   * @param patience how long a read waits for a reader
   */
  static Database open(Path file, Duration patience) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      migrate(file);
      return new Database(file, patience);
    } catch (IOException | SQLException | RuntimeException e) {
      throw StoreException.about(file, e);
    }
  }

  private static void migrate(Path file) {
    SingleConnectionDataSource source;
    try {
      source = connect(file);
    } catch (SQLException e) {
      throw StoreException.about(file, e);
    }
    try {
      if (!isUpToDate(source)) {
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration")
            .failOnMissingLocations(true)
            .load()
            .migrate();
      }
    } finally {
      source.destroy();
    }
  }

  /** One look at Flyway's own table: to wake Flyway for nothing is a good part of a start. */
  private static boolean isUpToDate(SingleConnectionDataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    return jdbc.sql("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
                .query(Integer.class)
                .single()
            == 1
        && jdbc.sql(
                    """
                    SELECT count(*) = sum(success) AND max(CAST(version AS INTEGER)) = ?
                    FROM flyway_schema_history""")
                .param(NEWEST)
                .query(Integer.class)
                .single()
            == 1;
  }

  private static SingleConnectionDataSource connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // an erased row leaves nothing behind in the file's free pages
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    return new SingleConnectionDataSource(connection, true);
  }

  /**
   * One transaction: kept whole when the work returns, undone when it throws. Writers wait for each
   * other; do no I/O of another kind inside.
   */
  public <T extends @Nullable Object> T write(Function<JdbcClient, T> work) {
    writing.lock();
    try {
      Connection connection = writer.getConnection();
      connection.setAutoCommit(false);
      try {
        T result = work.apply(writerClient);
        connection.commit();
        return result;
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw StoreException.about(file, e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * Reads what is committed, without waiting for a writer. A read inside a read has the same
   * reader, else those who hold all of them could wait for one another.
   *
   * @throws StoreException when none becomes free in time
   */
  public <T extends @Nullable Object> T read(Function<JdbcClient, T> work) {
    SingleConnectionDataSource outer = held.get();
    if (outer != null) {
      return work.apply(JdbcClient.create(outer));
    }
    SingleConnectionDataSource reader = take();
    held.set(reader);
    try {
      return work.apply(JdbcClient.create(reader));
    } finally {
      held.remove();
      readers.add(reader);
    }
  }

  private SingleConnectionDataSource take() {
    SingleConnectionDataSource reader;
    try {
      reader = readers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Stopped while waiting to read the database.", e);
    }
    if (reader == null) {
      throw new StoreException(
          "The database has too much to do at once. Try again in a minute.",
          new TimeoutException("no reader became free within " + patience));
    }
    return reader;
  }

  /** Whether the file answers and is sound, as a plain sentence; null when all is well. */
  public @Nullable String check() {
    try {
      String answer = read(jdbc -> jdbc.sql("PRAGMA quick_check(1)").query(String.class).single());
      return "ok".equals(answer) ? null : "The database " + file + " is damaged: " + answer + ".";
    } catch (RuntimeException e) {
      return StoreException.about(file, e).getMessage();
    }
  }

  public Path file() {
    return file;
  }

  /** Whether the disk, or the quota, has no room left for the write that threw this. */
  public static boolean isFull(Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof SQLiteException sqlite
          && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    writing.lock();
    try {
      for (SingleConnectionDataSource reader : readers) {
        reader.destroy();
      }
      writer.destroy();
    } finally {
      writing.unlock();
    }
  }
}
