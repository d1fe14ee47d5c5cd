package earshot.source.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in plain words why nothing came, for the person who looks after the school's computers. */
final class Sentences {
  private Sentences() {}

  static Answer.Failed failed(String host, IOException cause, boolean timedOut) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof AddressGuard.Forbidden forbidden) {
        return new Answer.Failed(forbidden.sentence(), true, null);
      }
      if (each instanceof CappedBody.UnknownEncoding encoding) {
        return new Answer.Failed(unknownEncoding(host, encoding.encoding()), true, null);
      }
    }
    boolean late = timedOut || cause instanceof InterruptedIOException;
    return new Answer.Failed(late ? tooSlow(host) : network(host, cause), false, null);
  }

  private static String network(String host, IOException cause) {
    return switch (cause) {
      case UnknownHostException unknown ->
          "No address is known for "
              + host
              + ". Check the spelling; if it is right, the site or this machine's name server is"
              + " down.";
      case SSLException untrusted ->
          "The secure connection to "
              + host
              + " could not be trusted ("
              + brief(untrusted)
              + "). Its certificate may have run out.";
      case ConnectException refused -> host + " took no connection. It may be down.";
      case NoRouteToHostException away ->
          host + " cannot be reached from this machine. Check the network.";
      case EOFException ended -> host + " closed the connection without an answer.";
      default -> host + " answered in a way that could not be read (" + brief(cause) + ").";
    };
  }

  static String tooSlow(String host) {
    return host + " did not finish its answer in time.";
  }

  static String unknownEncoding(String host, String encoding) {
    return host
        + " sent its answer compressed as “"
        + printable(encoding, 60)
        + "”, which was not asked for and is not read.";
  }

  /** What a status means; RFC 9110 §15. */
  static String status(String host, int status) {
    return switch (status) {
      case 400, 405, 406, 414, 431 -> host + " did not understand the request (" + status + ").";
      case 401, 407 -> host + " asks for a sign-in (" + status + "), and Earshot never signs in.";
      case 402 -> host + " asks for payment (402).";
      case 403 -> host + " forbids this page (403).";
      case 404 -> "The page is not there (404). Check its address.";
      case 410 -> "The page is gone for good (410). Take it off the sources.";
      case 429 -> host + " asks for fewer requests (429).";
      case 451 -> host + " withholds this page for legal reasons (451).";
      case 503 -> host + " is not available at the moment (503).";
      default ->
          host + (status >= 500 ? " has a fault of its own (" : " answered (") + status + ").";
    };
  }

  private static String brief(Throwable cause) {
    String message = cause.getMessage();
    return printable(message == null ? cause.getClass().getSimpleName() : message, 120);
  }

  /** What others wrote, safe in a log and on a page. */
  static String printable(String text, int most) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.length() <= most ? line : line.substring(0, most) + "…";
  }
}
