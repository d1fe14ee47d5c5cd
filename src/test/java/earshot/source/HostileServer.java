package earshot.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * A web server on loopback that misbehaves as told, over raw sockets, so that no library corrects
 * it. One connection, one request; what has no route is a 404.
 */
public final class HostileServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Map<String, Script> routes = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A request as it arrived.
   *
   * @param headers by lower-case name
   * @param nanoTime when it was read
   * @param connection what the other side sends after it: nothing, until it goes
   */
  public record Request(
      String target, Map<String, String> headers, long nanoTime, InputStream connection) {
    public String header(String name) {
      return headers.get(name);
    }
  }

  /** How a route answers. */
  @FunctionalInterface
  public interface Script {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  public HostileServer() {
    this("127.0.0.1");
  }

  public HostileServer(String address) {
    try {
      listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getByName(address), 0), 512);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  public HostileServer route(String target, Script script) {
    routes.put(target, script);
    return this;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String authority() {
    String host = listener.getInetAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  public URI at(String target) {
    return URI.create("http://" + authority() + target);
  }

  /** All requests, in the order in which they were read. */
  public List<Request> requests() {
    return requests;
  }

  public List<Request> requests(String target) {
    return requests.stream().filter(request -> request.target().equals(target)).toList();
  }

  /** Connections taken since the start, whether or not anything was asked over them. */
  public int connections() {
    return connections.get();
  }

  /** Connections that neither side has closed yet. */
  public int openConnections() {
    return open.size();
  }

  @Override
  public void close() {
    closed.countDown();
    open.forEach(HostileServer::shut);
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream()) {
      Request request = read(in);
      requests.add(request);
      routes.getOrDefault(request.target(), answer(404, "", "nothing here")).answer(request, out);
      out.flush();
    } catch (IOException e) {
      // the other side had enough of it, which is what these tests want
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    String line = line(in);
    while (!line.isEmpty()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      line = line(in);
    }
    return new Request(first.length > 1 ? first[1] : "", headers, System.nanoTime(), in);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- scripts

  /**
   * A complete answer.
   *
   * @param headers lines without their ends, "" for none
   */
  public static Script answer(int status, String headers, String body) {
    return answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Script answer(int status, String headers, byte[] body) {
    return (request, out) -> {
      write(out, head(status, headers) + "Content-Length: " + body.length + "\r\n\r\n");
      out.write(body);
    };
  }

  private static String head(int status, String headers) {
    String lines = headers.isEmpty() ? "" : headers.replace("\n", "\r\n") + "\r\n";
    return "HTTP/1.1 " + status + " Said\r\nConnection: close\r\n" + lines;
  }

  public static Script page(String html) {
    return answer(200, "Content-Type: text/html; charset=utf-8", html);
  }

  public static Script redirect(int status, String location) {
    return answer(status, "Location: " + location, "");
  }

  /** Answers 304 to whoever knows either validator. */
  public static Script conditional(String etag, String modified, String type, String body) {
    return (request, out) -> {
      boolean known =
          etag.equals(request.header("if-none-match"))
              || modified.equals(request.header("if-modified-since"));
      String validators = "ETag: " + etag + "\nLast-Modified: " + modified;
      answer(known ? 304 : 200, validators + "\nContent-Type: " + type, known ? "" : body)
          .answer(request, out);
    };
  }

  /** Promises one length and sends another, then closes. */
  public static Script lyingLength(long promised, String type, String body) {
    return (request, out) -> {
      write(out, head(200, "Content-Type: " + type) + "Content-Length: " + promised + "\r\n\r\n");
      write(out, body);
    };
  }

  /** Sends a chunked body that ends within a chunk. */
  public static Script cutChunk(String type, String body) {
    return (request, out) -> {
      write(out, head(200, "Content-Type: " + type + "\nTransfer-Encoding: chunked") + "\r\n");
      write(out, "ffff\r\n" + body);
    };
  }

  /** Any bytes at all, as they are. */
  public static Script raw(String bytes) {
    return (request, out) -> write(out, bytes);
  }

  /** Closes without a word. */
  public static Script hangUp() {
    return (request, out) -> {};
  }

  /** Takes the request and says nothing until the other side goes. */
  public static Script silence() {
    return (request, out) -> request.connection().read();
  }

  /** One byte at a time, for ever. */
  public Script drip(Duration between) {
    return (request, out) -> {
      write(out, head(200, "Content-Type: text/html") + "\r\n");
      while (!closed.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
        out.write('.');
        out.flush();
      }
    };
  }

  /** One byte of the header at a time, for ever. */
  public Script dripHeaders(Duration between) {
    return (request, out) -> {
      write(out, "HTTP/1.1 200 Said\r\nX-Long: ");
      while (!closed.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
        out.write('.');
        out.flush();
      }
    };
  }

  /** Header lines as fast as they are taken, for ever. */
  public static Script endlessHeaders() {
    return (request, out) -> {
      write(out, "HTTP/1.1 200 Said\r\n");
      byte[] line = ("X-More: " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(line);
      }
    };
  }

  /** One header line that never ends. */
  public static Script endlessHeaderLine() {
    return (request, out) -> {
      write(out, "HTTP/1.1 200 Said\r\nX-Long: ");
      byte[] part = "y".repeat(8192).getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(part);
      }
    };
  }

  /** Interim answers, for ever (RFC 9110 §15.2). */
  public static Script endlessContinue() {
    return (request, out) -> {
      while (true) {
        write(out, "HTTP/1.1 100 Continue\r\n\r\n");
      }
    };
  }

  /** A body as fast as it is taken, for ever. */
  public static Script endlessBody() {
    return (request, out) -> {
      write(out, head(200, "Content-Type: text/html") + "\r\n");
      byte[] part = "word ".repeat(2000).getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(part);
      }
    };
  }

  /** Blanks that unpack to {@code bytes}, under any Content-Encoding. */
  public static Script bomb(String encoding, long bytes) {
    byte[] packed = gzip(bytes);
    return answer(200, "Content-Type: text/html\nContent-Encoding: " + encoding, packed);
  }

  private static byte[] gzip(long bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (long written = 0; written < bytes; written += blanks.length) {
        out.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
