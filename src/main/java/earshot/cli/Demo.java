package earshot.cli;

import earshot.cli.demo.DemoFolder;
import earshot.cli.demo.FictionalWeb;
import earshot.cli.demo.Mailbox;
import earshot.config.Settings;
import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Severity;
import earshot.listen.SourceState;
import earshot.listen.SourceStates;
import earshot.school.Role;
import earshot.school.School;
import earshot.web.WebParts.DemoMailbox;
import earshot.web.WebServer;
import earshot.web.people.Links;
import earshot.web.people.People;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code earshot demo}: the whole of it at work on a fictional school, with no account anywhere.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows all of Earshot at work on a small fictional web, until Ctrl-C.",
    footer = {"", "Example: earshot demo"})
final class Demo implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;
  private static final int SUMMARY_AFTER_SECONDS = 12;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Stop stop = Stop.onSignal();
    try (FictionalWeb web = new FictionalWeb(InstantSource.system());
        Mailbox mailbox = new Mailbox();
        DemoFolder folder = new DemoFolder(names(web, mailbox))) {
      House.Ground ground =
          new House.Ground(folder.config(), InstantSource.system(), Set.of(web.host()));
      try (House house = new House(ground)) {
        show(house, web, mailbox, out, stop);
      }
      return 0;
    } finally {
      stop.done();
    }
  }

  private static Map<String, String> names(FictionalWeb web, Mailbox mailbox) {
    LocalTime soon = LocalTime.now(School.LONDON).plusSeconds(90).truncatedTo(ChronoUnit.MINUTES);
    return Map.of(
        "web", web.base(),
        "web.port", Integer.toString(freePort()),
        "smtp.port", Integer.toString(mailbox.port()),
        "digest", soon.toString());
  }

  /** The usual port, or any other when that one is taken. */
  private static int freePort() {
    for (int port : new int[] {USUAL_PORT, 0}) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException e) {
        // taken; the next
      }
    }
    throw new IllegalStateException("No port is free on this machine.");
  }

  private static void show(
      House house, FictionalWeb web, Mailbox mailbox, PrintWriter out, Stop stop)
      throws InterruptedException {
    Settings.Web settings = house.configuration().current().settings().web();
    try (WebServer server = WebServer.start(house.webParts(mailbox), settings)) {
      house.start();
      String base = "http://localhost:" + server.port();
      out.println("Earshot listens to a fictional web for Thistlewick Primary School.");
      out.println();
      out.println("  Sign in as its Headteacher:  " + signInLink(house, base));
      out.println("  The mails it sends:          " + base + "/demo/mail");
      out.println();
      out.println("New posts appear every few seconds for a minute. Ctrl-C stops.");
      out.println();
      out.flush();
      follow(house, web, mailbox, out, stop);
      house.rest();
    }
  }

  private static String signInLink(House house, String base) {
    People people = new People(house.database(), house.clock());
    Links links = new Links(house.database(), people, house.clock());
    return base
        + links
            .signIn(
                people.add(
                    new People.NewPerson(
                        "Mrs Adaeze Okafor",
                        "head@thistlewick.example",
                        Role.HEADTEACHER,
                        List.of("*"))))
            .path();
  }

  /**
   * Tells of each mail as it arrives, and of everything together once the first polls are through.
   */
  private static void follow(
      House house, FictionalWeb web, Mailbox mailbox, PrintWriter out, Stop stop)
      throws InterruptedException {
    int told = 0;
    int seconds = 0;
    while (!stop.await(1)) {
      List<DemoMailbox.Message> mails = mailbox.messages().reversed();
      for (DemoMailbox.Message mail : mails.subList(told, mails.size())) {
        out.println("  mail to " + mail.to() + ": " + mail.subject());
      }
      told = mails.size();
      seconds++;
      if (seconds == SUMMARY_AFTER_SECONDS) {
        out.println(summary(house, web));
      }
      out.flush();
    }
    out.println();
    out.println(summary(house, web));
    out.println(
        "  " + told + " mails were delivered. Everything was in a temporary folder, and is gone.");
    out.flush();
  }

  private static String summary(House house, FictionalWeb web) {
    List<SourceState> sources = house.database().read(jdbc -> new SourceStates().all(jdbc));
    List<Finding> findings = house.database().read(jdbc -> new Findings().newest(jdbc, 1_000));
    long read = sources.stream().filter(state -> state.lastGood() != null).count();
    long urgent =
        findings.stream().filter(f -> f.judgement().severity().atLeast(Severity.HIGH)).count();
    return "  So far: %d of %d sources read; %d posts stand on the fictional web, %d concern the school, %d of them urgent."
        .formatted(read, sources.size(), web.posted(), findings.size(), urgent);
  }
}
