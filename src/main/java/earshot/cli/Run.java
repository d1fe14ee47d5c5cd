package earshot.cli;

import earshot.config.Settings;
import earshot.web.WebServer;
import earshot.web.people.Links;
import earshot.web.people.People;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code earshot run}: listens, tells, and serves the pages until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Listens, sends alerts and digests, and serves the pages until Ctrl-C.",
    footer = {"", "Example: earshot run --config config"})
final class Run implements Callable<Integer> {
  @Option(names = "--config", description = "The configuration's folder; default: config.")
  private Path config = Path.of("config");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Stop stop = Stop.onSignal();
    try (House house = new House(House.Ground.of(config))) {
      Settings.Web settings = house.configuration().current().settings().web();
      try (WebServer web = WebServer.start(house.webParts(null), settings)) {
        house.start();
        out.println("Earshot listens. Its pages: " + settings.url() + "  (Ctrl-C stops it)");
        greetFirst(house, settings, out);
        out.flush();
        stop.await();
        out.println("Stopping…");
        out.flush();
        house.rest();
        return web == null ? Main.NO : 0;
      }
    } finally {
      stop.done();
    }
  }

  private static void greetFirst(House house, Settings.Web settings, PrintWriter out) {
    InstantSource clock = house.clock();
    People people = new People(house.database(), clock);
    new Links(house.database(), people, clock)
        .firstAdministrator()
        .ifPresent(
            link -> {
              out.println(
                  "Nobody has an account yet. Make the first administrator's within 30 minutes:");
              out.println("  " + link.under(settings.url()));
            });
  }
}
