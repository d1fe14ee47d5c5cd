package earshot.source.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One request at a time to a host, a pause between two, and silence when it asked for silence. */
final class HostTurns {
  private static final int MANY = 1_000;
  private static final long FORGET_AFTER = TimeUnit.MINUTES.toNanos(2);

  private final Map<String, Host> hosts = new ConcurrentHashMap<>();

  /** A host's queue; all but {@code users} is guarded by its lock, {@code users} by the map. */
  private static final class Host {
    // fair, so that of many sources at one host none starves
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile long lastEnd = System.nanoTime() - FORGET_AFTER;
    private volatile Instant silentUntil = Instant.MIN;
    private int users;

    boolean isForgettable() {
      return users == 0
          && System.nanoTime() - lastEnd > FORGET_AFTER
          && silentUntil.equals(Instant.MIN);
    }
  }

  /** A host's turn; closing it ends the turn and starts the pause. */
  final class Turn implements AutoCloseable {
    private final String name;
    private final Host host;

    private Turn(String name, Host host) {
      this.name = name;
      this.host = host;
    }

    /** How long the host still wants to be left alone, or null. */
    @Nullable Duration silence(Instant now) {
      if (!now.isBefore(host.silentUntil)) {
        host.silentUntil = Instant.MIN;
        return null;
      }
      return Duration.between(now, host.silentUntil);
    }

    void keepSilentUntil(Instant until) {
      host.silentUntil = until;
    }

    @Override
    public void close() {
      host.lastEnd = System.nanoTime();
      host.turn.unlock();
      leave(name);
    }
  }

  /**
   * Waits for the host's turn and for the pause after the one before, without holding up any other
   * host.
   *
   * @return null when that would take longer than {@code longest}
   */
  @Nullable Turn take(String name, Duration pause, Duration longest) throws InterruptedException {
    long giveUp = System.nanoTime() + longest.toNanos();
    Host host = enter(name);
    boolean mine = false;
    try {
      if (host.turn.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        long ready = host.lastEnd + pause.toNanos();
        mine = ready - giveUp <= 0;
        if (mine) {
          mine = false;
          sleepUntil(ready);
          mine = true;
        }
      }
      return mine ? new Turn(name, host) : null;
    } finally {
      if (!mine) {
        if (host.turn.isHeldByCurrentThread()) {
          host.turn.unlock();
        }
        leave(name);
      }
    }
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private Host enter(String name) {
    return hosts.compute(
        name,
        (key, known) -> {
          Host host = known == null ? new Host() : known;
          host.users++;
          return host;
        });
  }

  private void leave(String name) {
    hosts.computeIfPresent(
        name,
        (key, host) -> {
          host.users--;
          return host;
        });
    if (hosts.size() > MANY) {
      hosts
          .keySet()
          .forEach(
              each ->
                  hosts.computeIfPresent(each, (key, host) -> host.isForgettable() ? null : host));
    }
  }
}
