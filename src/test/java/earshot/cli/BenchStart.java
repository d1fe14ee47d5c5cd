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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Start to first page, and memory at rest, of {@code earshot run} with 10,000 mentions: the program
 * as it was built, in a process of its own, with the AOT cache and without; and beside it, by
 * turns, a bare Spring Boot of the same starters, started in the same way.
 */
final class BenchStart {
  private static final int MENTIONS = 10_000;
  private static final int ROUNDS = 5;
  private static final Duration REST = Duration.ofSeconds(15);

  private BenchStart() {}

  private record Measured(long millis, long cpu, long megabytes) {}

  /** What is started, and where its output goes. */
  private record Variant(String name, List<String> command, Path log) {}

  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    Path folder = Files.createTempDirectory("earshot-bench-start");
    configure(folder, port);
    fill(folder.resolve("data"));
    List<Variant> variants = variants(folder, port);
    measure(variants.getFirst(), port); // builds the index and warms the disk's cache
    Map<Variant, List<Measured>> measured = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      // by turns, so that what else the machine does falls on all of them
      for (Variant variant : variants) {
        measured.computeIfAbsent(variant, v -> new ArrayList<>()).add(measure(variant, port));
      }
    }
    System.out.printf(
        "%-36s %10s %10s %10s %10s %10s%n",
        "first page after ms", "median", "best", "worst", "CPU ms", "at rest MB");
    measured.forEach(
        (variant, rounds) ->
            System.out.printf(
                "%-36s %10d %10d %10d %10d %10d%n",
                variant.name(),
                at(rounds, Measured::millis, ROUNDS / 2),
                at(rounds, Measured::millis, 0),
                at(rounds, Measured::millis, ROUNDS - 1),
                at(rounds, Measured::cpu, ROUNDS / 2),
                at(rounds, Measured::megabytes, ROUNDS / 2)));
  }

  private static long at(List<Measured> rounds, ToLongFunction<Measured> figure, int place) {
    return rounds.stream().mapToLong(figure).sorted().toArray()[place];
  }

  private static List<Variant> variants(Path folder, int port) throws Exception {
    Path config = folder.resolve("config");
    Path log = folder.resolve("out.log");
    BarePeer peer = BarePeer.in(folder);
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("Earshot", BuiltProgram.run(config, false), log));
    variants.add(new Variant("a bare Spring Boot", peer.command(port, false), log));
    if (BuiltProgram.hasCache()) {
      variants.add(new Variant("Earshot, AOT cache", BuiltProgram.run(config, true), log));
      peer.record();
      variants.add(new Variant("a bare Spring Boot, AOT cache", peer.command(port, true), log));
    } else {
      System.out.println("No AOT cache: this JDK cannot make one.");
    }
    return variants;
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

  private static Measured measure(Variant variant, int port) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(variant.command())
            .redirectErrorStream(true)
            .redirectOutput(variant.log().toFile())
            .start();
    try {
      long millis = untilFirstPage(process, port, start, variant.log());
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

  private static long untilFirstPage(Process process, int port, long start, Path log)
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
    throw new IllegalStateException("It did not start: " + Files.readString(log));
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
