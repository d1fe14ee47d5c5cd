package earshot.source.feed;

import earshot.source.feed.xml.Element;
import earshot.source.feed.xml.ElementText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name in what a feed says of an author. */
final class People {
  private static final String MAIL = "[^\\s@<>()]{1,64}@[^\\s@<>()]{1,255}";

  /** RSS: {@code mail (Name)}; mail headers: {@code Name <mail>}. */
  private static final Pattern MAIL_THEN_NAME =
      Pattern.compile("^<?" + MAIL + ">?\\s*\\(([^()]+)\\)$");

  private static final Pattern NAME_THEN_MAIL =
      Pattern.compile("^\"?([^\"<>()@]+?)\"?\\s*[<(]\\s*(?:mailto:)?" + MAIL + "\\s*[>)]$");

  private People() {}

  static String name(Element author) {
    for (String part : new String[] {"name", "itunes:name", "foaf:name", "email", "uri"}) {
      Element named = author.first(part);
      if (named != null && !named.ownText().isBlank()) {
        return clean(ElementText.line(named, false));
      }
    }
    return clean(ElementText.line(author, true));
  }

  static String clean(String written) {
    for (Pattern form : new Pattern[] {MAIL_THEN_NAME, NAME_THEN_MAIL}) {
      Matcher found = form.matcher(written);
      if (written.length() < 500 && found.matches()) {
        return found.group(1).strip();
      }
    }
    return written;
  }
}
