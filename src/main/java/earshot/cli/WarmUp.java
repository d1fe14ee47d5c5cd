package earshot.cli;

import earshot.cli.demo.DemoFolder;
import earshot.cli.demo.FictionalWeb;
import earshot.cli.demo.Mailbox;
import earshot.config.Settings;
import earshot.source.Source;
import earshot.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Starts everything once on the fictional web, reads a page of each kind, shows one, and stops, so
 * that the JDK can record what a start needs (JEP 514).
 */
@Command(name = "warm-up", hidden = true, description = "Starts and stops, to record an AOT cache.")
final class WarmUp implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    try (FictionalWeb web = new FictionalWeb(InstantSource.system());
        Mailbox mailbox = new Mailbox();
        DemoFolder folder =
            new DemoFolder(
                Map.of(
                    "web",
                    web.base(),
                    "web.port",
                    "1",
                    "smtp.port",
                    Integer.toString(mailbox.port()),
                    "digest",
                    "07:00"));
        House house =
            new House(
                new House.Ground(folder.config(), InstantSource.system(), Set.of(web.host())))) {
      Settings.Web any = new Settings.Web("127.0.0.1", 0, URI.create("http://localhost"));
      try (WebServer server = WebServer.start(house.webParts(mailbox), any)) {
        house.start();
        for (Source source : house.configuration().current().sources()) {
          house.listener().listen(source);
        }
        house.index().follow();
        show("http://127.0.0.1:" + server.port() + "/");
        house.rest();
      }
    }
    return 0;
  }

  private static void show(String address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    try (InputStream page = connection.getInputStream()) {
      page.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }
}
