package earshot.source.feed.markup;

import earshot.source.feed.markup.MarkupScanner.Token;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Tag;

/** What an HTML fragment says, as plain text. */
public final class HtmlText {
  private static final Pattern REFERENCE = Pattern.compile("&(#\\w{1,9}|[A-Za-z]\\w{1,30});");
  private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z][\\w:-]*)(?=[\\s/>])");
  private static final Set<String> COMPLETE = Set.of("br", "hr", "img", "p", "li", "wbr");
  private static final int MOST_TAGS_ASKED = 200;

  private HtmlText() {}

  public static String of(String fragment) {
    if (fragment.indexOf('<') < 0 && fragment.indexOf('&') < 0) {
      return lines(fragment);
    }
    PlainText text = new PlainText();
    MarkupScanner scanner = MarkupScanner.html(fragment);
    Token token = scanner.next();
    while (token != Token.NONE) {
      if (token == Token.TEXT) {
        text.text(scanner.text());
      } else {
        text.tag(scanner.name());
      }
      token = scanner.next();
    }
    return text.toString();
  }

  /** Plain text with its own line breaks kept and its blanks tidied. */
  public static String lines(String plain) {
    PlainText text = new PlainText();
    for (String line : plain.split("\n")) {
      text.text(line);
      text.tag("br");
    }
    return text.toString();
  }

  /** Whether a text that may be HTML is: it has a character reference or a tag that HTML knows. */
  public static boolean isMarkup(String text) {
    return hasReference(text) || tags(text).anyMatch(HtmlText::isKnown);
  }

  /**
   * Whether a title that ought to be plain is HTML: it has a character reference, an end tag, or a
   * tag that needs none, and no tag that HTML does not know. So {@code List<String>} and "the <b>
   * tag" stay what they are.
   */
  public static boolean isLikely(String text) {
    boolean complete =
        tags(text)
            .anyMatch(
                tag -> tag.startsWith("/") || COMPLETE.contains(tag.toLowerCase(Locale.ROOT)));
    return (complete || hasReference(text)) && tags(text).allMatch(HtmlText::isKnown);
  }

  private static boolean hasReference(String text) {
    return (text.indexOf('&') >= 0 && REFERENCE.matcher(text).find())
        || text.contains("<!--")
        || text.contains("<![CDATA[");
  }

  /** The names of the first tags, with their slash. */
  private static Stream<String> tags(String text) {
    return text.indexOf('<') < 0
        ? Stream.empty()
        : TAG.matcher(text).results().limit(MOST_TAGS_ASKED).map(tag -> tag.group(1));
  }

  private static boolean isKnown(String tag) {
    return Tag.isKnownTag(tag.startsWith("/") ? tag.substring(1) : tag);
  }
}
