package earshot.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps every message, and now and then hangs up before it says so. */
final class CuttingMailServer implements AutoCloseable {
  /**
   * A message that was taken.
   *
   * @param answered whether the sender was told so, as far as the server knows
   */
  record Taken(String id, String to, String text, boolean answered) {}

  private final ServerSocket listener;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Random random;
  private volatile double cuts;

  CuttingMailServer(long seed, double cuts) {
    this.random = new Random(seed);
    this.cuts = cuts;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  List<Taken> taken() {
    return taken;
  }

  /** From now on every message is answered for. */
  void behave() {
    cuts = 0;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 mail.vale.example");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String word = line.toUpperCase(Locale.ROOT);
        if (word.startsWith("RCPT")) {
          to = line.substring(line.indexOf('<'));
        }
        if (word.equals("DATA")) {
          say(out, "354 go on");
          if (!take(in, out, to)) {
            return;
          }
        } else if (word.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the sender was killed
    }
  }

  private boolean take(BufferedReader in, OutputStream out, String to) throws IOException {
    StringBuilder text = new StringBuilder();
    String id = "";
    String line = in.readLine();
    for (; line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        id = line.substring(line.indexOf(':') + 1).strip();
      }
    }
    if (line == null) {
      return false; // killed within its message: nothing was taken
    }
    boolean cut = random.nextDouble() < cuts;
    boolean answered = !cut && answer(out);
    taken.add(new Taken(id, to, text.toString(), answered));
    return !cut;
  }

  private static boolean answer(OutputStream out) {
    try {
      say(out, "250 kept");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
