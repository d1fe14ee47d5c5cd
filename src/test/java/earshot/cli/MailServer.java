package earshot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Debian's OpenSMTPD on a loopback port, delivering to a maildir that belongs to nobody. */
final class MailServer implements AutoCloseable {
  static final String MISSING =
      "A real mail server cannot be run here (package opensmtpd, as root); GreenMail stands alone.";
  private static final Path PROGRAM = Path.of("/usr/sbin/smtpd");
  private static final Path RUNNING = Path.of("/var/run/smtpd.sock");

  private final Process process;
  private final Path folder;
  private final int port;

  private MailServer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  static boolean installed() {
    return Files.isExecutable(PROGRAM)
        && "root".equals(System.getProperty("user.name"))
        && !answersAlready();
  }

  /** OpenSMTPD has one spool and one socket a machine. */
  private static boolean answersAlready() {
    return Files.exists(RUNNING)
        && ProcessHandle.allProcesses()
            .anyMatch(each -> each.info().command().orElse("").equals(PROGRAM.toString()));
  }

  static MailServer start() throws IOException {
    Path folder = Files.createTempDirectory("smtpd");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path settings = folder.resolve("smtpd.conf");
    Files.writeString(
        settings,
        """
        table everybody { "@vale.example" = "nobody" }
        listen on 127.0.0.1 port %d hostname mail.vale.example
        action "keep" maildir "%s/mail" virtual <everybody>
        match from any for domain "vale.example" action "keep"
        """
            .formatted(port, folder));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-d", "-f", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    MailServer server = new MailServer(process, folder, port);
    MainJob.until(() -> server.answers() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("smtpd ended: " + Files.readString(folder.resolve("log")));
    }
    return server;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Every message in the maildir, as it was delivered. */
  List<byte[]> delivered() {
    List<byte[]> messages = new ArrayList<>();
    Path arrived = folder.resolve("mail/new");
    if (!Files.isDirectory(arrived)) {
      return messages;
    }
    try (Stream<Path> files = Files.list(arrived)) {
      for (Path file : files.sorted().toList()) {
        messages.add(Files.readAllBytes(file));
      }
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
  }
}
