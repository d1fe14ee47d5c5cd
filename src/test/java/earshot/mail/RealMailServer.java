package earshot.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's OpenSMTPD on a loopback port, which delivers what it is given to a maildir for each
 * recipient. Needs root; where it cannot run the test is skipped, and says so.
 */
public final class RealMailServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/smtpd");

  private final Process process;
  private final Path mail;
  private final int port;

  private RealMailServer(Process process, Path mail, int port) {
    this.process = process;
    this.mail = mail;
    this.port = port;
  }

  public static RealMailServer start() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        "OpenSMTPD is not installed (Debian: apt-get install opensmtpd); the test is skipped");
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "OpenSMTPD delivers only when it is started by root; the test is skipped");
    Path folder = Files.createTempDirectory("earshot-mta");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path mail = Files.createDirectory(folder.resolve("mail"));
    Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port = freePort();
    Path config = folder.resolve("smtpd.conf");
    Files.writeString(
        config,
        """
        table everybody { "@" = "nobody" }
        listen on 127.0.0.1 port %d
        action "keep" maildir "%s/%%{rcpt.user}" user nobody virtual <everybody>
        match from any for any action "keep"
        """
            .formatted(port, mail));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-d", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    RealMailServer server = new RealMailServer(process, mail, port);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(server::answersOrDied);
    Assumptions.assumeTrue(
        process.isAlive(),
        () -> "OpenSMTPD does not start here, perhaps because one runs already; skipped");
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answersOrDied() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return !process.isAlive();
    }
  }

  public int port() {
    return port;
  }

  /** The mails delivered to the left side of an address, in no order. */
  public List<Path> delivered(String user) throws IOException {
    Path fresh = mail.resolve(user).resolve("new");
    if (!Files.isDirectory(fresh)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(fresh)) {
      return files.toList();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
