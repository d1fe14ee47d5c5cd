package earshot.cli;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.mention.Mention;
import earshot.mention.Mentions;
import earshot.source.Item;
import earshot.source.Source;
import earshot.store.Database;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Start to first page, and memory at rest, of {@code earshot run} with 10,000 mentions: the program
 * as it was built, in a process of its own, with the AOT cache and without.
 */
final class BenchStart {
  private static final int MENTIONS = 10_000;
  private static final int ROUNDS = 5;
  private static final Duration REST = Duration.ofSeconds(8);
  private static final Path APP = Path.of("target/app");

  private BenchStart() {}

  private record Measured(long millis, long cpu, long megabytes) {}

  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    Path folder = Files.createTempDirectory("earshot-bench-start");
    configure(folder, port);
    fill(folder.resolve("data"));
    measure(folder, port, false); // builds the index and warms the disk's cache
    System.out.printf(
        "%-18s %14s %14s %14s %14s%n", "", "first page ms", "worst ms", "CPU ms", "at rest MB");
    for (boolean cache : new boolean[] {false, true}) {
      if (cache && !Files.exists(APP.resolve("earshot.aot"))) {
        System.out.println("No AOT cache: this JDK cannot make one.");
        continue;
      }
      long[] millis = new long[ROUNDS];
      long[] cpu = new long[ROUNDS];
      long[] megabytes = new long[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        Measured one = measure(folder, port, cache);
        millis[round] = one.millis();
        cpu[round] = one.cpu();
        megabytes[round] = one.megabytes();
      }
      Arrays.sort(millis);
      Arrays.sort(cpu);
      Arrays.sort(megabytes);
      System.out.printf(
          "%-18s %14d %14d %14d %14d%n",
          cache ? "with AOT cache" : "without",
          millis[ROUNDS / 2],
          millis[ROUNDS - 1],
          cpu[ROUNDS / 2],
          megabytes[ROUNDS / 2]);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void configure(Path folder, int port) throws IOException {
    Map<String, String> files =
        Map.of(
            "earshot.yaml",
            """
            data: ../data
            web: {port: %d, url: "http://localhost:%d"}
            contact: {url: "https://thistlewick.example", mail: office@thistlewick.example}
            """
                .formatted(port, port),
            "schools/thistlewick.yaml",
            """
            id: thistlewick
            name: Thistlewick Primary School
            contacts:
              - {name: Mrs Adaeze Okafor, role: headteacher, email: head@thistlewick.example}
            """,
            "sources/web.yaml",
            """
            sources:
              - {id: forum, name: Forum, kind: feed, url: "https://forum.example/feed", platform: forum}
            """,
            "keywords/names.txt",
            """
            list: School names
            kind: listen
            schools: thistlewick

            thistlewick
            """);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve("config").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void fill(Path data) {
    Source source =
        new Source(
            "forum",
            "Forum",
            Source.Kind.FEED,
            List.of(URI.create("https://forum.example/feed")),
            List.of("*"),
            Duration.ofMinutes(30),
            "forum",
            null);
    Random random = new Random(1);
    try (Database database = Database.open(data.resolve(House.DATABASE))) {
      for (int from = 0; from < MENTIONS; from += 500) {
        int start = from;
        database.write(
            transaction -> {
              for (int i = start; i < start + 500; i++) {
                keep(transaction, source, i, random);
              }
              return true;
            });
      }
    }
  }

  private static void keep(JdbcClient transaction, Source source, int number, Random random) {
    StringBuilder text = new StringBuilder("Thistlewick");
    for (int word = 0; word < 60; word++) {
      text.append(' ').append(Integer.toString(random.nextInt(20_000), 36));
    }
    Instant published = Instant.parse("2026-03-03T07:00:00Z").minusSeconds(number * 600L);
    Item item =
        new Item(
            "post-" + number,
            "https://forum.example/" + number,
            "Post " + number,
            "someone",
            "",
            text.toString(),
            "en",
            published,
            null,
            false);
    Mention mention = new Mentions().keep(transaction, source, item, published).mention();
    new Findings()
        .keep(
            transaction,
            mention,
            "thistlewick",
            List.of(new Finding.Matched("School names", "thistlewick", 0, 11)),
            new Judgement(
                true,
                0.9,
                Set.of(Target.SCHOOL),
                Set.of(Label.COMPLAINT),
                Map.of(Label.COMPLAINT, 0.9),
                Severity.LOW,
                List.of(),
                List.of(),
                List.of("It is dissatisfied with the school, in civil words.")));
  }

  private static Measured measure(Path folder, int port, boolean cache) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (cache) {
      command.add("-XX:AOTCache=" + APP.resolve("earshot.aot").toAbsolutePath());
      command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    }
    // as the script 'earshot' starts it; the class path must be the one that the cache was made
    // with
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            APP.resolve("earshot.jar").toAbsolutePath()
                + ":"
                + APP.resolve("lib").toAbsolutePath()
                + "/*",
            "earshot.cli.Main",
            "run",
            "--config",
            folder.resolve("config").toString()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    try {
      long millis = untilFirstPage(process, port, start, folder);
      // what it cost, whatever else the machine was doing
      long cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
      Thread.sleep(REST);
      return new Measured(millis, cpu, resident(process.pid()));
    } finally {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static long untilFirstPage(Process process, int port, long start, Path folder)
      throws Exception {
    while (process.isAlive()) {
      if (answers(port)) {
        return (System.nanoTime() - start) / 1_000_000;
      }
      if (System.nanoTime() - start > 120_000_000_000L) {
        break;
      }
      Thread.sleep(5);
    }
    throw new IllegalStateException(
        "It did not start: " + Files.readString(folder.resolve("out.log")));
  }

  private static boolean answers(int port) {
    try {
      URI address = URI.create("http://localhost:" + port + "/sign-in");
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.getInputStream().readAllBytes();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Megabytes of memory that a process holds (proc(5), VmRSS). */
  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
