package earshot.cli;

import earshot.alert.Telling;
import earshot.index.LuceneIndex;
import earshot.judge.Judge;
import earshot.judge.Judges;
import earshot.judge.RosterJudge;
import earshot.judge.second.SecondReader;
import earshot.listen.Configuration;
import earshot.listen.Listener;
import earshot.listen.LiveConfiguration;
import earshot.schedule.Clockwork;
import earshot.schedule.Rota;
import earshot.school.School;
import earshot.school.roster.Rosters;
import earshot.source.Reader;
import earshot.source.Source;
import earshot.source.feed.FeedReader;
import earshot.source.fetch.FetchSettings;
import earshot.source.fetch.GuardedFetcher;
import earshot.source.page.PageReader;
import earshot.source.page.SiteReader;
import earshot.store.Database;
import earshot.store.FolderLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of contents: every part of the program, built in the order in which a mention flows,
 * and closed in the opposite order.
 */
final class House implements AutoCloseable {
  static final String DATABASE = "earshot.db";
  static final String LUCENE = "lucene";
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final LiveConfiguration configuration;
  private final Database database;
  private final Listener listener;
  private final LuceneIndex index;
  private final Rota rota;

  /**
   * What a house is built on: its configuration's folder, its clock, and hosts it may reach at
   * home.
   */
  record Ground(Path config, InstantSource clock, Set<String> ownHosts) {
    static Ground of(Path config) {
      return new Ground(config, InstantSource.system(), Set.of());
    }
  }

  House(Ground ground) {
    configuration = new LiveConfiguration(ground.config(), System.getenv());
    Path data = configuration.current().settings().data();
    keep(FolderLock.of(data));
    database = keep(Database.open(data.resolve(DATABASE)));
    Rosters rosters = new Rosters(RosterCommand.place(ground.config(), data));
    GuardedFetcher fetcher = keep(new GuardedFetcher(fetchSettings(ground)));
    Map<Source.Kind, Reader> readers =
        Map.of(
            Source.Kind.FEED, new FeedReader(fetcher, ground.clock()),
            Source.Kind.PAGE, new PageReader(fetcher, ground.clock()),
            Source.Kind.SITE, new SiteReader(fetcher, ground.clock()));
    listener =
        new Listener(
            new Listener.Parts(
                database,
                configuration::current,
                readers,
                judge(ground, rosters),
                Telling.NOBODY,
                ground.clock()));
    index = keep(new LuceneIndex(data.resolve(LUCENE), database));
    rota = keep(new Rota(database, configuration::current, listener, ground.clock()));
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  private Judge judge(Ground ground, Rosters rosters) {
    return SecondReader.where(
        configuration.current().settings().secondReader(),
        new RosterJudge(Judges.shipped(), rosters),
        ground.clock());
  }

  private FetchSettings fetchSettings(Ground ground) {
    Configuration current = configuration.current();
    Set<String> own =
        current.schools().schools().stream()
            .map(School::hosts)
            .flatMap(java.util.List::stream)
            .collect(Collectors.toSet());
    own.addAll(ground.ownHosts());
    String agent =
        FetchSettings.userAgent(
            Version.number(),
            current.settings().contact().url(),
            current.settings().contact().mail());
    Duration pause = ground.ownHosts().isEmpty() ? Duration.ofSeconds(1) : Duration.ZERO;
    return FetchSettings.of(agent).allowing(own, pause);
  }

  /** Begins to listen. */
  void start() {
    rota.takeUp();
    Clockwork clockwork = keep(new Clockwork());
    clockwork
        .every(Duration.ofSeconds(2), "take up edits", configuration::refresh)
        .every(Duration.ofSeconds(1), "read what is due", rota::readDue)
        .every(Duration.ofMinutes(1), "find what is overdue", rota::reconcile)
        .every(Duration.ofMillis(500), "follow the store", index::follow)
        .every(Duration.ofHours(24), "verify the index", index::verify)
        .start();
  }

  LiveConfiguration configuration() {
    return configuration;
  }

  Database database() {
    return database;
  }

  Listener listener() {
    return listener;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("A part did not close cleanly", e);
      }
    }
  }
}
