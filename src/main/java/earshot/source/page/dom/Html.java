package earshot.source.page.dom;

import java.net.URI;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Bytes to a document, whatever the bytes are. */
public final class Html {
  /** As much of a page as is read: 16 MiB; the fetcher itself stops at 8. */
  public static final int MOST_BYTES = 16 << 20;

  private Html() {}

  /** A document; empty for empty or binary input. */
  public static Document parse(byte[] bytes, @Nullable String contentType, URI address) {
    byte[] read = bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
    String text = Charsets.decode(read, contentType);
    return Jsoup.parse(clean(text), address.toString());
  }

  /** NUL and lone surrogates never reach the store. */
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int from) {
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        clean.append(c).append(text.charAt(++i));
      } else {
        clean.append(c == 0 || Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    return clean.toString();
  }

  /** Class and id in lower case, one string to look for words in. */
  public static String marks(Element element) {
    if (element.attributesSize() == 0) {
      return "";
    }
    String marks = element.className() + " " + element.id();
    return marks.length() == 1 ? "" : marks.toLowerCase(java.util.Locale.ROOT);
  }
}
