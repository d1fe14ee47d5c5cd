package earshot.schedule;

import earshot.listen.Configuration;
import earshot.listen.Listener;
import earshot.listen.SourceState;
import earshot.listen.SourceStates;
import earshot.source.BackOff;
import earshot.source.Source;
import earshot.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads each source when it is due, each on a virtual thread of its own, so that a slow one delays
 * nobody. Due time and lease are in the store: what was being read when the power went is due again
 * when its lease ends.
 */
public final class Rota implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rota.class);

  /** Longer than any reading may take; then it is given up and its source is due again. */
  static final Duration LEASE = Duration.ofMinutes(20);

  private final Database database;
  private final Supplier<Configuration> configuration;
  private final Listener listener;
  private final DueTimes dueTimes;
  private final InstantSource clock;
  private final String owner = Long.toString(ProcessHandle.current().pid());
  private final SourceStates states = new SourceStates();
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  private record Reading(Instant began, Future<?> future) {}

  public Rota(
      Database database,
      Supplier<Configuration> configuration,
      Listener listener,
      InstantSource clock) {
    this(database, configuration, listener, new DueTimes(BackOff.USUAL, new Random()), clock);
  }

  Rota(
      Database database,
      Supplier<Configuration> configuration,
      Listener listener,
      DueTimes dueTimes,
      InstantSource clock) {
    this.database = database;
    this.configuration = configuration;
    this.listener = listener;
    this.dueTimes = dueTimes;
    this.clock = clock;
  }

  /** Takes the sources up after a start: frees what a killed run held, spreads what was missed. */
  public void takeUp() {
    Instant now = clock.instant();
    database.write(
        jdbc -> {
          for (Source source : configuration.get().sources()) {
            states.add(jdbc, source.id(), now);
            Instant due = states.one(jdbc, source.id()).map(SourceState::due).orElse(now);
            states.release(jdbc, source.id(), dueTimes.afterStart(source, due, now));
          }
          return true;
        });
  }

  /** Starts reading every source that is due. */
  public void readDue() {
    addNew();
    for (Source source : lease(clock.instant())) {
      start(source);
    }
  }

  /** All in one transaction, so that a hundred sources cost one write to the disk. */
  private List<Source> lease(Instant now) {
    List<Source> due =
        database.read(jdbc -> states.due(jdbc, now)).stream()
            .filter(id -> !readings.containsKey(id))
            .flatMap(id -> configuration.get().source(id).stream())
            .toList();
    return due.isEmpty()
        ? List.of()
        : database.write(
            jdbc ->
                due.stream()
                    .filter(source -> states.lease(jdbc, source.id(), owner, now, LEASE))
                    .toList());
  }

  private void addNew() {
    List<String> known =
        database.read(jdbc -> states.all(jdbc).stream().map(SourceState::source).toList());
    for (Source source : configuration.get().sources()) {
      if (!known.contains(source.id())) {
        database.write(
            jdbc -> {
              states.add(jdbc, source.id(), clock.instant());
              return true;
            });
      }
    }
  }

  private void start(Source source) {
    // the entry stands before the thread may remove it
    readings.compute(
        source.id(),
        (id, none) -> new Reading(clock.instant(), readers.submit(() -> read(source))));
  }

  private void read(Source source) {
    Instant due = clock.instant().plus(source.every());
    try {
      Listener.Heard heard = listener.listen(source);
      int failures =
          database.read(jdbc -> states.one(jdbc, source.id()).map(SourceState::failures).orElse(0));
      due = dueTimes.next(source, heard.poll(), failures, clock.instant());
    } catch (RuntimeException | StackOverflowError e) {
      // the boundary of a reading: whatever broke, the source is read again
      LOG.error("Reading {} failed and is tried again", source.id(), e);
      due = clock.instant().plus(Duration.ofMinutes(1));
    } finally {
      release(source, due);
    }
  }

  private void release(Source source, Instant due) {
    try {
      database.write(
          jdbc -> {
            states.release(jdbc, source.id(), due);
            return true;
          });
    } finally {
      // a full disk keeps the lease: the reconciler finds the source overdue
      readings.remove(source.id());
    }
  }

  /** Gives up readings that outlived their lease, and reads what is overdue or due far too late. */
  public void reconcile() {
    Instant now = clock.instant();
    readings.forEach(
        (id, reading) -> {
          if (reading.began().plus(LEASE).isBefore(now)) {
            LOG.warn(
                "Reading {} took longer than {} minutes and is given up", id, LEASE.toMinutes());
            reading.future().cancel(true);
            readings.remove(id);
          }
        });
    for (SourceState state : database.read(states::all)) {
      configuration
          .get()
          .source(state.source())
          .filter(source -> !readings.containsKey(source.id()))
          .filter(source -> dueTimes.isImplausible(source, state.failing(), state.due(), now))
          .ifPresent(source -> readNow(state, now));
    }
  }

  private void readNow(SourceState state, Instant now) {
    LOG.warn(
        "{} was due at {}, which cannot be right; reading it now", state.source(), state.due());
    database.write(
        jdbc -> {
          states.release(jdbc, state.source(), now);
          return true;
        });
  }

  /** How many sources are being read at this moment. */
  int underWay() {
    return readings.size();
  }

  @Override
  public void close() {
    readers.shutdownNow();
    try {
      if (!readers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("Some sources were still being read; they are read again at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
