package earshot.source.feed.xml;

import earshot.source.feed.markup.Characters;
import earshot.source.feed.markup.Decoding;
import earshot.source.feed.markup.HtmlText;
import earshot.source.feed.markup.PlainText;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an element says, as plain text, by the type it claims: Atom's text, html and xhtml (RFC 4287
 * §3.1), the media types and modes of Atom 0.3, and RSS, where one has to guess.
 */
public final class ElementText {
  private ElementText() {}

  /** On one line. */
  public static String line(Element element, boolean guess) {
    return mended(element, guess ? HtmlText::isLikely : text -> false).replace('\n', ' ');
  }

  /**
   * @param guess whether text that claims no type may be HTML, as in RSS
   */
  public static String of(Element element, boolean guess) {
    return mended(element, guess ? HtmlText::isMarkup : text -> false);
  }

  private static String mended(Element element, Predicate<String> isHtml) {
    return Characters.mendDoubleEncoding(read(element, isHtml));
  }

  private static String read(Element element, Predicate<String> isHtml) {
    String type = type(element);
    String mode = element.attribute("mode");
    if (element.hasElements()) {
      return nodes(element);
    }
    String text = element.ownText();
    boolean encoded = "base64".equals(mode) || isBase64(type);
    if (encoded) {
      String decoded = base64(text);
      if (decoded == null) {
        return type.startsWith("text/") ? HtmlText.lines(text) : "";
      }
      text = decoded;
    }
    boolean html = type.contains("html") || type.endsWith("xml");
    if (html || isHtml.test(text)) {
      return HtmlText.of(text);
    }
    return HtmlText.lines(text);
  }

  private static String type(Element element) {
    String type = element.attribute("type");
    return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
  }

  /** RFC 4287 §4.1.3.3: a media type that is neither text nor XML is base64. */
  private static boolean isBase64(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && !type.startsWith("multipart/");
  }

  private static @Nullable String base64(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      for (byte octet : bytes) {
        if (octet == 0) {
          return null; // a picture, not a text
        }
      }
      return Decoding.text(bytes, "text/plain; charset=utf-8");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Markup that stands in the feed as elements. */
  private static String nodes(Element top) {
    PlainText text = new PlainText();
    Deque<Object> ahead = new ArrayDeque<>();
    push(ahead, top);
    while (!ahead.isEmpty()) {
      switch (ahead.pop()) {
        case String part -> text.text(part);
        case Element element -> {
          String name = element.name().substring(element.name().indexOf(':') + 1);
          text.tag(name);
          if (!name.equals("script") && !name.equals("style")) {
            ahead.push(new Close(name));
            push(ahead, element);
          }
        }
        case Close close -> text.tag(close.name);
        default -> throw new IllegalStateException();
      }
    }
    return text.toString();
  }

  private record Close(String name) {}

  private static void push(Deque<Object> ahead, Element element) {
    for (Object child : element.children().reversed()) {
      ahead.push(child);
    }
  }
}
