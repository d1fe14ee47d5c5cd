package earshot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/earshot.yaml}: how the program runs, as against whom and what it listens for.
 *
 * @param data the folder for all that the program writes
 */
public record Settings(
    Path data, Web web, Contact contact, @Nullable Mail mail, @Nullable SecondReader secondReader) {

  /**
   * Where its pages are.
   *
   * @param address the address it binds to
   * @param url how people reach it; the host of every link in a mail
   */
  public record Web(String address, int port, URI url) {}

  /** Whom a web master can ask about our polls: goes into the User-Agent. */
  public record Contact(String url, String mail) {}

  /**
   * A language model that the school runs itself.
   *
   * @param url of an OpenAI-compatible endpoint, such as {@code http://localhost:11434/v1}
   * @param timeout for a whole answer
   * @param perHour questions at the most
   */
  public record SecondReader(
      URI url, String model, @Nullable Secret key, Duration timeout, int perHour) {}

  /** How a mail leaves. */
  public record Mail(
      String host,
      int port,
      Security security,
      String from,
      @Nullable String user,
      @Nullable Secret password) {

    /** How the way to the mail server is kept private (RFC 8314). */
    public enum Security {
      STARTTLS,
      TLS,
      NONE
    }
  }

  private static final int WEB_PORT = 8080;
  private static final int SUBMISSION = 587;
  private static final Duration READER_TIMEOUT = Duration.ofSeconds(20);
  private static final int READER_PER_HOUR = 60;
  private static final int MOST_PORT = 65_535;

  /** Reads the file; what is wrong goes to the problems. */
  public static Settings read(Path file, Map<String, String> environment, Problems problems) {
    YamlMap map = Yaml.read(file, problems);
    Path data = file.toAbsolutePath().normalize().resolveSibling(map.textOr("data", "../index"));
    Settings settings =
        new Settings(
            data.normalize(),
            web(map.map("web")),
            contact(map.map("contact")),
            map.has("mail") ? mail(map.map("mail"), environment) : null,
            map.has("second-reader") ? secondReader(map.map("second-reader"), environment) : null);
    map.finish();
    return settings;
  }

  private static Web web(YamlMap map) {
    int port = map.value("port", WEB_PORT, "8080", Settings::port);
    URI url =
        map.value(
            "url",
            URI.create("http://localhost:" + port),
            "https://earshot.example",
            Settings::url);
    Web web = new Web(map.textOr("address", "127.0.0.1"), port, url);
    map.finish();
    return web;
  }

  private static Contact contact(YamlMap map) {
    Contact contact = new Contact(map.text("url"), map.text("mail"));
    map.finish();
    return contact;
  }

  private static Mail mail(YamlMap map, Map<String, String> environment) {
    Mail mail =
        new Mail(
            map.text("host"),
            map.value("port", SUBMISSION, "587", Settings::port),
            map.value(
                "security",
                Mail.Security.STARTTLS,
                "starttls (or tls, none)",
                word -> Mail.Security.valueOf(word.toUpperCase(Locale.ROOT))),
            map.text("from"),
            map.textOrNull("user"),
            Secret.read(map, "password", environment));
    map.finish();
    return mail;
  }

  private static SecondReader secondReader(YamlMap map, Map<String, String> environment) {
    if (!map.has("url")) {
      map.wrong("url", "'url' is missing", "Add a line 'url: http://localhost:11434/v1'");
    }
    SecondReader reader =
        new SecondReader(
            map.value(
                "url", URI.create("http://localhost"), "http://localhost:11434/v1", Settings::url),
            map.text("model"),
            Secret.read(map, "key", environment),
            map.value("timeout", READER_TIMEOUT, "20 s", Durations::parse),
            map.value("per-hour", READER_PER_HOUR, "60", Integer::parseUnsignedInt));
    map.finish();
    return reader;
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > MOST_PORT) {
      throw new IllegalArgumentException("a port is 1 to 65535");
    }
    return port;
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !url.toString().startsWith("http")) {
      throw new IllegalArgumentException("not a web address");
    }
    return url;
  }
}
