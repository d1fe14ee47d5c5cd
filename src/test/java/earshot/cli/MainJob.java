package earshot.cli;

import static org.awaitility.Awaitility.await;

import earshot.ConfigFolder;
import earshot.index.MentionIndex;
import earshot.index.MentionIndex.Order;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.school.School;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole of the main job in one process: a site of known pages on loopback, four schools that
 * listen for names which one page each says, the real house, and a mail server given from outside.
 * The clock starts three minutes before the digests.
 */
final class MainJob implements AutoCloseable {
  static final int SCHOOLS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final KnownPages known;
  private final PublishedSite site;
  private final ConfigFolder config;
  private volatile Duration ahead;
  private House house;

  MainJob(KnownPages known, Path folder, int smtpPort) throws IOException {
    this.known = known;
    this.site = new PublishedSite();
    known.pages().forEach((path, page) -> site.page(path, page.html()));
    this.config = ConfigFolder.at(folder.resolve("config"));
    Instant evening =
        LocalDate.now(School.LONDON)
            .plusDays(1)
            .atTime(LocalTime.of(6, 55))
            .atZone(School.LONDON)
            .toInstant();
    this.ahead = Duration.between(Instant.now(), evening);
    write(smtpPort);
  }

  private void write(int smtpPort) {
    config.write(
        "earshot.yaml",
        ConfigFolder.SETTINGS
            + "mail:\n  host: 127.0.0.1\n  port: %d\n  security: none\n  from: Earshot <earshot@vale.example>\n"
                .formatted(smtpPort));
    config.write(
        "sources/web.yaml",
        """
        sources:
          - {id: site, kind: site, url: "%1$s/", sitemaps: ["%1$s/sitemap.xml"], depth: 1, pages: 50,
             links: "/p/", every: 1 s, platform: news}
          - {id: feed, kind: feed, url: "%1$s/feed.xml", every: 1 s, platform: news}
        """
            .formatted(site.base()));
    config.write("schools/vale.yaml", school(0));
    config.write("keywords/names.txt", list(0));
    for (int i = 1; i < SCHOOLS; i++) {
      config.write("schools/school-" + i + ".yaml", school(i));
      config.write("keywords/names-" + i + ".txt", list(i));
    }
  }

  private static String id(int school) {
    return school == 0 ? "vale" : "school-" + school;
  }

  /** The names that a school listens for, by the page that says each. */
  private Map<String, String> namesOf(int school) {
    List<String> paths = List.copyOf(known.names().keySet());
    return IntStream.range(0, paths.size())
        .filter(i -> i % SCHOOLS == school)
        .mapToObj(paths::get)
        .collect(Collectors.toMap(path -> path, known.names()::get, (a, b) -> a, TreeMap::new));
  }

  private String school(int i) {
    return "id: %s\nname: Kestrel Vale School %d\naliases: [%s]\ncontacts:\n  - {name: Head, role: headteacher, email: head%d@vale.example}\n"
        .formatted(id(i), i, String.join(", ", namesOf(i).values()), i);
  }

  private String list(int i) {
    return "list: names-%d\nschools: %s\n\n%s\n\"kestrel vale\"\n"
        .formatted(
            i,
            id(i),
            namesOf(i).values().stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining("\n")));
  }

  MainJob start() {
    house = new House(new House.Ground(config.folder(), this::now, Set.of(site.host())));
    house.start();
    return this;
  }

  Instant now() {
    return Instant.now().plus(ahead);
  }

  PublishedSite site() {
    return site;
  }

  ConfigFolder config() {
    return config;
  }

  /** Six o'clock fifty-five and what has passed since becomes seven. */
  void bringDigestsForward() {
    ahead = ahead.plus(Duration.ofMinutes(6));
  }

  /** Waits, looking every few milliseconds; returns what it took. */
  static Duration until(BooleanSupplier so) {
    long start = System.nanoTime();
    await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(so::getAsBoolean);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Waits until every page was handed out. */
  Duration readWhole() {
    return until(() -> pagesRead() == known.pages().size());
  }

  int pagesRead() {
    return (int) site.served().keySet().stream().filter(path -> path.startsWith("/p/")).count();
  }

  List<Finding> findings() {
    return house.database().read(jdbc -> new Findings().after(jdbc, 0, 10_000));
  }

  /** The schools and the names for whose sake something became a mention. */
  Set<String> found() {
    Set<String> found = new TreeSet<>();
    for (Finding finding : findings()) {
      finding.matched().forEach(hit -> found.add(finding.school() + " " + hit.rule()));
    }
    return found;
  }

  Set<String> expected() {
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < SCHOOLS; i++) {
      String school = id(i);
      namesOf(i).values().forEach(name -> expected.add(school + " \"" + name + '"'));
    }
    return expected;
  }

  Map<String, String> names() {
    return known.names();
  }

  /** As somebody who may see the names of children: some of these names are taken for one. */
  long searched(String words) {
    try {
      Query query = QueryParser.parse('"' + words + '"');
      Set<String> schools =
          IntStream.range(0, SCHOOLS).mapToObj(MainJob::id).collect(Collectors.toSet());
      return house
          .index()
          .search(new MentionIndex.Request(query, schools, Map.of(), Order.NEWEST, 0, 10, true))
          .total();
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(words, e);
    }
  }

  /** What {@code earshot search} prints, a line a finding. */
  static List<String> ask(Path config, String query) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      Main.run("search", "--json", "--limit", "100", "--config", config.toString(), query);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** What stops the listening, so that the command line may have the folder. */
  void rest() {
    if (house != null) {
      house.rest();
      house.close();
      house = null;
    }
  }

  @Override
  public void close() {
    rest();
    site.close();
  }
}
