package earshot.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A mail server on a raw socket that does, for each mail, what the script says, and keeps every
 * byte that it was sent.
 */
final class ScriptedServer implements AutoCloseable {
  /** What happens to a mail. */
  enum Act {
    ACCEPT,
    BUSY_AT_START("421 4.3.2 closing"),
    HANG_AFTER_EHLO,
    GREYLIST("450 4.7.1 greylisted"),
    LOCAL_ERROR("451 4.3.0 local error"),
    OVER_QUOTA("552 5.2.2 mailbox full"),
    NO_SUCH_USER("550 5.1.1 no such user"),
    RELAY_DENIED("550 5.7.1 relaying denied"),
    SENDER_REFUSED("550 5.1.8 sender refused"),
    CONTENT_REFUSED("554 5.6.0 refused"),
    POLICY_REFUSED("550-5.7.26 sender not authenticated\r\n550 see the manual"),
    TRY_DATA_LATER("451 4.3.0 later"),
    DROP_BEFORE_DATA,
    /** Takes the mail, and dies before it says so: the ambiguous case. */
    TAKE_AND_DROP;

    private final String answer;

    Act() {
      this("");
    }

    Act(String answer) {
      this.answer = answer;
    }
  }

  /** A mail that the server took over, whether or not it could say so. */
  record Taken(String recipient, String message, boolean acknowledged) {
    String header(String name) {
      return message
          .lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket listening;
  private final Supplier<Act> script;
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private int connections;

  ScriptedServer(Supplier<Act> script) throws IOException {
    this.script = script;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  synchronized List<String> commands() {
    return List.copyOf(commands);
  }

  synchronized int connections() {
    return connections;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      synchronized (this) {
        connections++;
      }
      new Talk(socket).run();
    } catch (IOException e) {
      // the other side went away
    }
  }

  private final class Talk {
    private final BufferedReader in;
    private final OutputStream out;
    private Act act = script.get();
    private String recipient = "";

    Talk(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      if (act == Act.BUSY_AT_START) {
        say(act.answer);
        return;
      }
      say("220 scripted.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        synchronized (ScriptedServer.this) {
          commands.add(line);
        }
        if (!answer(line)) {
          return;
        }
      }
    }

    private boolean answer(String line) throws IOException {
      String verb =
          line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "EHLO" -> {
          if (act == Act.HANG_AFTER_EHLO) {
            in.readLine(); // until the client loses patience
            return false;
          }
          say("250 scripted.example");
        }
        case "MAIL" -> say(act == Act.SENDER_REFUSED ? act.answer : "250 2.1.0 ok");
        case "RCPT" -> recipient(line);
        case "DATA" -> {
          return data();
        }
        case "QUIT" -> {
          say("221 bye");
          return false;
        }
        default -> say("250 ok");
      }
      return true;
    }

    private void recipient(String line) throws IOException {
      recipient = line;
      switch (act) {
        case GREYLIST, LOCAL_ERROR, OVER_QUOTA, NO_SUCH_USER, RELAY_DENIED -> {
          say(act.answer);
          act = script.get();
        }
        default -> say("250 2.1.5 ok");
      }
    }

    private boolean data() throws IOException {
      if (act == Act.DROP_BEFORE_DATA) {
        return false;
      }
      say("354 go on");
      StringBuilder message = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        message.append(line).append('\n');
      }
      switch (act) {
        case CONTENT_REFUSED, POLICY_REFUSED, TRY_DATA_LATER -> {
          say(act.answer);
          act = script.get();
          return true;
        }
        default -> {}
      }
      boolean says = act != Act.TAKE_AND_DROP;
      synchronized (ScriptedServer.this) {
        taken.add(new Taken(recipient, message.toString(), says));
      }
      if (!says) {
        return false;
      }
      say("250 2.0.0 taken");
      act = script.get();
      return true;
    }

    private void say(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
