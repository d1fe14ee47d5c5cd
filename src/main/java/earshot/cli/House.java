package earshot.cli;

import earshot.alert.Alerts;
import earshot.alert.Digests;
import earshot.alert.Notices;
import earshot.alert.letter.Letters;
import earshot.alert.outbox.Outbox;
import earshot.index.LuceneIndex;
import earshot.judge.Judge;
import earshot.judge.Judges;
import earshot.judge.RosterJudge;
import earshot.judge.correct.LiveCorrections;
import earshot.judge.second.SecondReader;
import earshot.judge.verdict.Review;
import earshot.listen.Configuration;
import earshot.listen.Listener;
import earshot.listen.LiveConfiguration;
import earshot.listen.SourceStandings;
import earshot.mail.MailHealth;
import earshot.mail.Postman;
import earshot.schedule.Clockwork;
import earshot.schedule.Rota;
import earshot.school.School;
import earshot.school.Schools;
import earshot.school.roster.Rosters;
import earshot.source.Source;
import earshot.source.feed.FeedReader;
import earshot.source.fetch.FetchSettings;
import earshot.source.fetch.GuardedFetcher;
import earshot.source.page.PageReader;
import earshot.source.page.SiteReader;
import earshot.store.Database;
import earshot.store.FolderLock;
import earshot.web.WebParts;
import earshot.web.WebParts.DemoMailbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final InstantSource clock;
  private final LiveConfiguration configuration;
  private final Database database;
  private final Rosters rosters;
  private final LiveCorrections corrections;
  private final Judge judge;
  private final Listener listener;
  private final LuceneIndex index;
  private final Rota rota;
  private final Alerts alerts;
  private final Digests digests;
  private final Postman postman;
  private @Nullable Clockwork clockwork;

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
    clock = ground.clock();
    configuration = new LiveConfiguration(ground.config(), System.getenv());
    Path data = configuration.current().settings().data();
    try {
      keep(FolderLock.of(data));
      database = keep(Database.open(data.resolve(DATABASE)));
      rosters = new Rosters(RosterCommand.place(ground.config(), data));
      corrections = new LiveCorrections(database, Judges.shipped());
      judge = new RosterJudge(corrections.judge(), rosters);
      listener = listener(keep(new GuardedFetcher(fetchSettings(ground))));
      rota = keep(new Rota(database, configuration::current, listener, clock));
      index = keep(new LuceneIndex(data.resolve(LUCENE), database));
      alerts = new Alerts(database, this::schools);
      digests = new Digests(database, this::schools, sources());
      postman = keep(postman());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.push(part);
    return part;
  }

  private Schools schools() {
    return configuration.current().schools();
  }

  private FetchSettings fetchSettings(Ground ground) {
    Configuration current = configuration.current();
    Set<String> own = new HashSet<>(ground.ownHosts());
    current.schools().schools().stream().map(School::hosts).forEach(own::addAll);
    String agent =
        FetchSettings.userAgent(
            Version.number(),
            current.settings().contact().url(),
            current.settings().contact().mail());
    Duration pause = ground.ownHosts().isEmpty() ? Duration.ofSeconds(1) : Duration.ZERO;
    return FetchSettings.of(agent).allowing(own, pause);
  }

  private Listener listener(GuardedFetcher fetcher) {
    return new Listener(
        new Listener.Parts(
            database,
            configuration::current,
            Map.of(
                Source.Kind.FEED, new FeedReader(fetcher, clock),
                Source.Kind.PAGE, new PageReader(fetcher, clock),
                Source.Kind.SITE, new SiteReader(fetcher, clock)),
            // the second reader is asked once, as a post comes in, never by a page
            SecondReader.where(configuration.current().settings().secondReader(), judge, clock),
            new Notices(this::schools, clock),
            clock));
  }

  private SourceStandings sources() {
    return new SourceStandings(database, configuration::current);
  }

  private Postman postman() {
    return new Postman(
        new Postman.Parts(
            new Outbox(database),
            new Letters(
                new Letters.Parts(
                    database,
                    this::schools,
                    () -> configuration.current().policy(),
                    sources()::name)),
            () -> configuration.current().settings()));
  }

  /** Begins to listen and to tell. */
  void start() {
    rota.takeUp();
    Clockwork started = new Clockwork();
    clockwork = keep(started);
    started
        .every(Duration.ofSeconds(2), "take up edits", configuration::refresh)
        .every(Duration.ofSeconds(2), "take up corrections", corrections::refresh)
        .every(Duration.ofSeconds(1), "read what is due", rota::readDue)
        .every(Duration.ofMinutes(1), "find what is overdue", rota::reconcile)
        .every(Duration.ofMillis(500), "follow the store", index::follow)
        .every(Duration.ofHours(24), "verify the index", index::verify)
        .every(Duration.ofSeconds(2), "send alerts", () -> alerts.sendDue(clock.instant()))
        .every(Duration.ofSeconds(15), "send digests", () -> digests.sendDue(clock.instant()))
        .every(Duration.ofSeconds(2), "deliver mail", () -> postman.deliverDue(clock.instant()))
        .start();
  }

  /** Lets nothing new begin, and what is under way end. */
  void rest() {
    Clockwork running = clockwork;
    if (running != null) {
      running.close();
    }
  }

  /** What the pages need. */
  WebParts webParts(@Nullable DemoMailbox demo) {
    return new WebParts(
        database,
        index,
        configuration,
        judge,
        new Review(said -> new RosterJudge(said, rosters)),
        clock,
        List.of(
            new WebParts.Check("Pupil roster", rosters::check),
            new WebParts.Check("Alerts", alerts::check),
            new WebParts.Check("Mail", () -> mail().problem(), () -> mail().leaving())),
        demo);
  }

  private MailHealth mail() {
    return postman.health(clock.instant());
  }

  InstantSource clock() {
    return clock;
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

  LuceneIndex index() {
    return index;
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
