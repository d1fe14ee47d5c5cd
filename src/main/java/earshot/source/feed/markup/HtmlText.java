package earshot.source.feed.markup;

import earshot.source.feed.markup.MarkupScanner.Token;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/** What an HTML fragment says, as plain text. */
public final class HtmlText {
  private static final Pattern REFERENCE = Pattern.compile("&(#\\w{1,9}|[A-Za-z]\\w{1,30});");
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][\\w:-]*)(?=[\\s/>])");
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

  /**
   * Whether what calls itself plain text is HTML: a known tag or a character reference, and no tag
   * that HTML does not know, so that {@code List<String>} stays what it is.
   */
  public static boolean isLikely(String text) {
    boolean found = text.indexOf('&') >= 0 && REFERENCE.matcher(text).find();
    if (text.indexOf('<') < 0) {
      return found;
    }
    found |= text.contains("<!--") || text.contains("<![CDATA[");
    Matcher tags = TAG.matcher(text);
    for (int count = 0; count < MOST_TAGS_ASKED && tags.find(); count++) {
      if (!Tag.isKnownTag(tags.group(1))) {
        return false;
      }
      found = true;
    }
    return found;
  }
}
