package earshot.cli;

import static org.awaitility.Awaitility.await;

import earshot.ConfigFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * {@code dev kill [ROUNDS]}: starts the program in a process of its own, on a site that posts all
 * the time and a mail server that now and then hangs up after DATA; kills it with SIGKILL while it
 * polls and mails, again and again; then lets it run in peace and compares what it had acknowledged
 * with what is there.
 */
final class KillLoop implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(90);
  private static final int LONGEST_LIFE = 2_500;
  private static final String POST =
      "Someone should bomb %s School. I will kill Mr Brown when he comes out of the gate tomorrow, I"
          + " know where he parks.";
  private static final String[] FIRST = {
    "Ash", "Birch", "Cedar", "Elder", "Hazel", "Linden", "Maple", "Rowan", "Thorn", "Willow"
  };
  private static final String[] SECOND = {
    "moor", "vale", "beck", "combe", "ford", "wick", "hurst", "leigh", "stead", "thwaite"
  };

  private final Path folder;
  private final PublishedSite site = new PublishedSite();
  private final CuttingMailServer mail = new CuttingMailServer(7, 0.2);
  private final Random random = new Random(7);
  private final Set<Long> acknowledged = new HashSet<>();
  private final Set<Long> outbox = new HashSet<>();
  private final boolean built;
  private final List<String> disagreed = new ArrayList<>();
  private int posts;

  /**
   * @param built whether what {@code dev build} left is killed, which starts soonest; else the
   *     classes as they stand
   */
  KillLoop(Path folder, boolean built) throws IOException {
    this.folder = folder;
    this.built = built;
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ConfigFolder config = ConfigFolder.at(folder.resolve("config"));
    config
        .write(
            "earshot.yaml",
            ConfigFolder.SETTINGS
                + "web:\n  port: %d\nmail:\n  host: 127.0.0.1\n  port: %d\n  security: none\n  from: Earshot <e@vale.example>\n"
                    .formatted(port, mail.port()))
        .feeds(List.of(site.base() + "/feed.xml"), "1 s");
    for (int i = 0; i < FIRST.length * SECOND.length; i++) {
      school(config, i);
    }
  }

  /** A school for each post: only the first urgent post about a school is told within a minute. */
  private void school(ConfigFolder config, int number) {
    String id = number == 0 ? "vale" : "school-" + number;
    config.write(
        "schools/" + id + ".yaml",
        "id: %s\nname: %s School\naliases: [%s]\nhosts: [\"%s\"]\ncontacts:\n  - {name: Head, role: headteacher, email: head%d@vale.example}\n"
            .formatted(id, name(number), name(number), site.host(), number));
    String list = number == 0 ? "names" : "names-" + number;
    config.write(
        "keywords/" + list + ".txt",
        "list: %s\nschools: %s\n\n%s\n".formatted(list, id, name(number)));
  }

  private static String name(int number) {
    return FIRST[number / SECOND.length] + SECOND[number % SECOND.length];
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    long start = System.nanoTime();
    try (KillLoop loop = new KillLoop(Files.createTempDirectory("kill"), true)) {
      List<String> wrong = loop.run(rounds);
      wrong.forEach(System.out::println);
      System.out.printf(
          "%d rounds in %d s: %d posts, %d mentions acknowledged, %d mails taken (%d of them twice, after a cut), %d faults%n",
          rounds,
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
          loop.posts,
          loop.acknowledged.size(),
          loop.mail.taken().size(),
          loop.mail.taken().size()
              - loop.mail.taken().stream().map(CuttingMailServer.Taken::id).distinct().count(),
          wrong.size());
      System.exit(wrong.isEmpty() ? 0 : 1);
    }
  }

  /** What was lost, doubled or disagreed; nothing when all is well. */
  List<String> run(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Process process = start();
      awaitLife(process, round);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE));
      process.destroyForcibly().waitFor();
      remember();
      String fault = new IndexCopy(folder.resolve("copy")).fault(folder.resolve("data"), "bomb");
      if (fault != null) {
        disagreed.add("After kill " + (round + 1) + ": " + fault);
      }
    }
    mail.behave();
    Process last = start();
    publish(1);
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> ids("SELECT mention FROM finding").size() == posts && waiting() == 0);
    last.destroy();
    last.waitFor(30, TimeUnit.SECONDS);
    return faults();
  }

  private Process start() throws IOException {
    // it lives for seconds: the second compiler would only be in the way
    String option = "-XX:TieredStopAtLevel=1";
    Path config = folder.resolve("config");
    List<String> command =
        built ? BuiltProgram.run(config, true, option) : BuiltProgram.runClasses(config, option);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /** Posts until the program has kept one of them, so that each round dies at work. */
  private void awaitLife(Process process, int round) {
    int before = acknowledged.size();
    publish(1);
    await()
        .atMost(READY)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              int known = remember();
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "round " + round + ": see " + folder.resolve("log"));
              }
              return known > before || known == FIRST.length * SECOND.length;
            });
    publish(random.nextInt(2));
  }

  private void publish(int many) {
    for (int i = 0; i < many && posts < FIRST.length * SECOND.length; i++) {
      site.post("n" + posts, "Overheard", POST.formatted(name(posts)));
      posts++;
    }
  }

  /** What a second connection sees is what was acknowledged. */
  private int remember() {
    acknowledged.addAll(ids("SELECT mention FROM finding"));
    outbox.addAll(ids("SELECT id FROM outbox"));
    return acknowledged.size();
  }

  /** Mails that have not left, and urgent posts that are in no mail yet. */
  private int waiting() {
    return ids("SELECT id FROM outbox WHERE state = 'waiting'").size()
        + ids("""
            SELECT id FROM notice n WHERE severity IN ('critical', 'high') AND NOT EXISTS
              (SELECT 1 FROM told t WHERE t.notice = n.id AND t.mail IS NOT NULL)""")
            .size();
  }

  private Set<Long> ids(String query) {
    Path file = folder.resolve("data/earshot.db");
    Set<Long> ids = new HashSet<>();
    if (!Files.exists(file)) {
      return ids;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    } catch (SQLException e) {
      return ids; // its tables are not made yet, or it is being brought back
    }
    return ids;
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>(disagreed);
    Set<Long> kept = ids("SELECT mention FROM finding");
    acknowledged.stream()
        .filter(id -> !kept.contains(id))
        .forEach(id -> faults.add("Mention " + id + " was acknowledged and is lost."));
    Set<Long> mails = ids("SELECT id FROM outbox WHERE state = 'sent'");
    outbox.stream()
        .filter(id -> !mails.contains(id))
        .forEach(id -> faults.add("Mail " + id + " was due and did not leave."));
    faults.addAll(mailFaults(mails.size()));
    faults.addAll(indexFaults(kept.size()));
    return faults;
  }

  private List<String> mailFaults(int sent) {
    List<String> faults = new ArrayList<>();
    Map<String, List<CuttingMailServer.Taken>> byId = new HashMap<>();
    mail.taken().forEach(t -> byId.computeIfAbsent(t.id(), id -> new ArrayList<>()).add(t));
    if (sent == 0) {
      faults.add("No mail left at all, so nothing is proved of mails.");
    }
    if (byId.size() < sent) {
      faults.add(sent + " mails are marked as sent, " + byId.size() + " arrived.");
    }
    byId.forEach(
        (id, times) -> {
          // an answer that the killed sender could not read any more was cut off like the others
          long told = times.stream().filter(CuttingMailServer.Taken::answered).count();
          if (told > 1) {
            faults.add("Mail " + id + " was answered for " + told + " times.");
          }
        });
    return faults;
  }

  private List<String> indexFaults(int kept) {
    int found = MainJob.ask(folder.resolve("config"), "bomb").size();
    return found == kept
        ? List.of()
        : List.of("The index finds " + found + " of " + kept + " mentions.");
  }

  @Override
  public void close() throws IOException {
    site.close();
    mail.close();
  }
}
