package earshot.source.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A response's body, decompressed as far as a cap.
 *
 * @param bytes what came
 * @param cut whether there was more than the cap
 * @param broken whether the connection or the compression broke off before the end
 */
record CappedBody(byte[] bytes, boolean cut, boolean broken) {
  private static final int CHUNK = 16 * 1024;

  /** The body came in an encoding that was not asked for. */
  static final class UnknownEncoding extends IOException {
    private static final long serialVersionUID = 1L;
    private final String encoding;

    UnknownEncoding(String encoding) {
      super(encoding);
      this.encoding = encoding;
    }

    String encoding() {
      return encoding;
    }
  }

  /**
   * Reads {@code raw} to its end or to {@code cap} bytes after decompression.
   *
   * @param encoding the value of Content-Encoding, "" for none
   * @throws UnknownEncoding when it is neither gzip nor deflate, or more than one
   * @throws InterruptedIOException when the deadline passed while reading
   */
  static CappedBody read(InputStream raw, String encoding, int cap) throws IOException {
    Gathered bytes = new Gathered(cap);
    try (InputStream plain = decoded(raw, encoding)) {
      bytes.readFrom(plain);
    } catch (UnknownEncoding | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (bytes.isEmpty()) {
        throw e;
      }
      // servers that promise more than they send are common: what came is worth reading
      return new CappedBody(bytes.all(), false, true);
    }
    return new CappedBody(bytes.all(), bytes.overflowed(), false);
  }

  private static InputStream decoded(InputStream raw, String encoding) throws IOException {
    List<String> codings =
        Arrays.stream(encoding.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.isEmpty()) {
      return raw;
    }
    if (codings.size() > 1) {
      throw new UnknownEncoding(encoding);
    }
    return switch (codings.getFirst()) {
      case "gzip", "x-gzip" -> gunzipped(raw);
      case "deflate" -> inflated(raw);
      default -> throw new UnknownEncoding(encoding);
    };
  }

  private static InputStream gunzipped(InputStream raw) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(raw, 2);
    byte[] magic = peeked.readNBytes(2);
    peeked.unread(magic);
    // some servers say gzip of what they send plain; RFC 1952 §2.3.1 has the magic number
    boolean zipped = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    return zipped ? new GZIPInputStream(peeked, CHUNK) : peeked;
  }

  /** RFC 9110 §8.4.1.2 means zlib; some servers send the bare deflate stream. */
  private static InputStream inflated(InputStream raw) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(raw, 2);
    byte[] head = peeked.readNBytes(2);
    peeked.unread(head);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0f) == 8
            && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
    return new InflaterInputStream(peeked, new Inflater(!zlib), CHUNK) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  /** Bytes up to a cap. */
  private static final class Gathered {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
    private final int cap;
    private boolean overflowed;

    Gathered(int cap) {
      this.cap = cap;
    }

    void readFrom(InputStream in) throws IOException {
      byte[] chunk = new byte[CHUNK];
      int count = in.read(chunk);
      while (count >= 0) {
        int room = cap - bytes.size();
        bytes.write(chunk, 0, Math.min(count, room));
        if (count > room) {
          overflowed = true;
          return;
        }
        count = in.read(chunk);
      }
    }

    boolean isEmpty() {
      return bytes.size() == 0;
    }

    boolean overflowed() {
      return overflowed;
    }

    byte[] all() {
      return bytes.toByteArray();
    }
  }
}
