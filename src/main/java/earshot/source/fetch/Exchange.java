package earshot.source.fetch;

import earshot.source.Fetch.Validators;
import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One GET over a vetted connection: no proxy, no cookie, no redirect, one deadline. */
final class Exchange implements Closeable {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final String ACCEPT =
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
          + " application/feed+json, application/xml;q=0.9, */*;q=0.8";

  private final String userAgent;
  private final AddressGuard guard;
  private @Nullable OkHttpClient client;

  Exchange(String userAgent, AddressGuard guard) {
    this.userAgent = userAgent;
    this.guard = guard;
  }

  /** Made when the first page is asked for: it reads every certificate that the system trusts. */
  private synchronized OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      made = make();
      client = made;
    }
    return made;
  }

  private OkHttpClient make() {
    return new OkHttpClient.Builder()
        .dns(guard)
        .socketFactory(new VettedSockets(guard))
        .proxy(Proxy.NO_PROXY)
        .cookieJar(CookieJar.NO_COOKIES)
        .followRedirects(false)
        .followSslRedirects(false)
        // OkHttp bounds the headers of HTTP/1.1 at 256 KiB, those of HTTP/2 not at all
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
        .connectTimeout(CONNECTING)
        .readTimeout(Duration.ZERO) // the call's own timeout is the deadline
        .writeTimeout(Duration.ZERO)
        .build();
  }

  /**
   * @param cap bytes of body to keep, after decompression
   * @param within the deadline over all of it, from resolving the name to the body's last byte
   */
  Answer get(HttpUrl url, Validators known, int cap, Duration within) {
    Call call = client().newCall(new Request.Builder().url(url).headers(headers(known)).build());
    call.timeout().timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      CappedBody body = new CappedBody(new byte[0], false, false);
      if (response.isSuccessful()) {
        String encoding = String.join(",", response.headers("Content-Encoding"));
        body = CappedBody.read(response.body().byteStream(), encoding, cap);
      }
      return body.broken() && call.isCanceled()
          ? new Answer.Failed(Sentences.tooSlow(url.host()), false, null)
          : new Answer.Arrived(url, response.code(), response.headers(), body);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // OkHttp's answer to a few impossible headers, such as a negative Content-Length
      return Sentences.failed(url.host(), new IOException(e), call.isCanceled());
    } catch (IOException e) {
      return Sentences.failed(url.host(), e, call.isCanceled());
    }
  }

  private Headers headers(Validators known) {
    Headers.Builder headers =
        new Headers.Builder()
            .set("User-Agent", userAgent)
            .set("Accept", ACCEPT)
            .set("Accept-Encoding", "gzip");
    // verbatim, whatever bytes the server put into them
    if (known.etag() != null) {
      headers.addUnsafeNonAscii("If-None-Match", known.etag());
    }
    if (known.lastModified() != null) {
      headers.addUnsafeNonAscii("If-Modified-Since", known.lastModified());
    }
    return headers.build();
  }

  @Override
  public synchronized void close() {
    OkHttpClient made = client;
    if (made != null) {
      made.dispatcher().cancelAll();
      made.dispatcher().executorService().shutdown();
      made.connectionPool().evictAll();
    }
  }
}
