package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index in a folder of its own. It follows the store by sequence number; what is
 * missing, damaged, or ahead of the store is put aside and built anew, and meanwhile the store
 * itself answers.
 */
public final class LuceneIndex implements MentionIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
  private static final int BATCH = 500;
  private static final int COMMIT_AFTER = 5_000;
  private static final long COMMIT_EVERY_NANOS = 5_000_000_000L;

  private final Path folder;
  private final Database database;
  private final Findings findings = new Findings();
  private final StoreSearch standIn;
  private final ReentrantLock following = new ReentrantLock();
  private volatile @Nullable LuceneFolder open;
  private volatile boolean ready;
  private volatile @Nullable String trouble;
  private long uncommitted;
  private long lastCommit = System.nanoTime();

  public LuceneIndex(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.standIn = StoreSearch.standIn(database);
    reopen();
    ready = isUpToDate();
  }

  private boolean isUpToDate() {
    LuceneFolder current = open;
    long newest = database.read(findings::newest);
    return current != null && newest - current.sequence() <= BATCH;
  }

  /** Opens the folder; what cannot be trusted is put aside for a new index. */
  private void reopen() {
    try {
      LuceneFolder opened = LuceneFolder.open(folder);
      if (opened.sequence() > database.read(findings::newest)) {
        LOG.warn("The index is ahead of the database; building it anew");
        opened.close();
        LuceneFolder.putAside(folder);
        opened = LuceneFolder.open(folder);
      }
      open = opened;
      trouble = null;
    } catch (IOException | IllegalArgumentException e) {
      startAnew(e);
    }
  }

  private void startAnew(Exception cause) {
    LOG.warn("The index cannot be used ({}); building it anew from the database", cause.toString());
    ready = false;
    try {
      LuceneFolder.putAside(folder);
      open = LuceneFolder.open(folder);
      trouble = null;
    } catch (IOException e) {
      open = null;
      trouble = "The search index in " + folder + " cannot be written: " + e.getMessage() + ".";
      LOG.error("{}", trouble);
    }
  }

  @Override
  public Result search(Request request) {
    LuceneFolder current = open;
    if (current == null || !ready) {
      return standIn.search(request);
    }
    try {
      return LuceneSearch.search(current, request, database);
    } catch (IOException e) {
      trouble = "The search index could not be read: " + e.getMessage() + ".";
      LOG.error("A search failed; the database answers instead", e);
      return standIn.search(request);
    }
  }

  @Override
  public int follow() {
    following.lock();
    try {
      if (open == null) {
        reopen();
      }
      LuceneFolder current = open;
      return current == null ? 0 : follow(current);
    } catch (IOException e) {
      giveUp(e);
      return 0;
    } finally {
      following.unlock();
    }
  }

  private int follow(LuceneFolder current) throws IOException {
    int taken = 0;
    int batch;
    do {
      batch = takeBatch(current);
      taken += batch;
      if (uncommitted >= COMMIT_AFTER) {
        commit(current);
      }
    } while (batch > 0);
    if (uncommitted > 0 && System.nanoTime() - lastCommit > COMMIT_EVERY_NANOS) {
      commit(current);
    }
    if (taken > 0) {
      current.refresh();
    }
    if (!ready) {
      commit(current);
      current.refresh();
      ready = true;
      LOG.info("The index is complete");
    }
    return taken;
  }

  /** Takes changes in the order of their numbers, so that a crash leaves no gap behind. */
  private int takeBatch(LuceneFolder current) throws IOException {
    long after = current.sequence();
    List<Finding> changed = database.read(jdbc -> findings.after(jdbc, after, BATCH));
    long upTo = changed.size() < BATCH ? Long.MAX_VALUE : changed.getLast().sequence();
    List<Findings.Erased> erased =
        database.read(jdbc -> findings.erasedAfter(jdbc, after, BATCH)).stream()
            .filter(gone -> gone.sequence() <= upTo)
            .toList();
    long newest = after;
    for (Findings.Erased gone : erased) {
      current.delete(gone.mention(), gone.school());
      newest = Math.max(newest, gone.sequence());
    }
    for (Finding finding : changed) {
      current.put(finding);
      newest = Math.max(newest, finding.sequence());
    }
    current.reached(newest);
    uncommitted += changed.size() + erased.size();
    return changed.size() + erased.size();
  }

  private void commit(LuceneFolder current) throws IOException {
    current.commit();
    uncommitted = 0;
    lastCommit = System.nanoTime();
  }

  /**
   * The writer is closed by what went wrong, such as a full disk; the next round opens it again.
   */
  private void giveUp(IOException cause) {
    trouble = "The search index cannot be written: " + cause.getMessage() + ". Is the disk full?";
    LOG.error("{}", trouble, cause);
    LuceneFolder current = open;
    open = null;
    uncommitted = 0;
    if (current != null) {
      current.abandon();
    }
  }

  /** Forgets everything and follows the store from its beginning. */
  public void rebuild() {
    following.lock();
    try {
      ready = false;
      LuceneFolder current = open;
      open = null;
      if (current != null) {
        current.abandon();
      }
      LuceneFolder.putAside(folder);
      open = LuceneFolder.open(folder);
      uncommitted = 0;
    } catch (IOException e) {
      giveUp(e);
    } finally {
      following.unlock();
    }
  }

  /** Reads every byte and compares the checksums; a damaged index is built anew. */
  public void verify() {
    LuceneFolder current = open;
    try {
      if (current != null) {
        current.verify();
      }
    } catch (IOException e) {
      LOG.warn("The index is damaged ({}); building it anew from the database", e.toString());
      rebuild();
    }
  }

  /** Whether searches are answered by the index itself. */
  public boolean isReady() {
    return ready;
  }

  @Override
  public @Nullable String check() {
    String known = trouble;
    return known != null ? known : ready ? null : standIn.check();
  }

  @Override
  public void close() {
    following.lock();
    try {
      LuceneFolder current = open;
      open = null;
      if (current != null) {
        current.close();
      }
    } catch (IOException e) {
      LOG.warn("The index did not close cleanly; it is repaired at the next start", e);
    } finally {
      following.unlock();
    }
  }
}
