package earshot.source.feed.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts markup into texts and tags, whatever state it is in: an unclosed tag ends where the next
 * begins, a stray {@code <} or {@code &} is text. One pass, no recursion, and no way to open
 * anything: a document type is read for its plain entities and otherwise skipped.
 */
public final class MarkupScanner {
  private static final int MOST_ATTRIBUTES = 64;
  private static final Map<String, String> RAW =
      Map.of("script", "</script", "style", "</style", "applet", "</applet");

  private final String in;
  private final boolean html;
  private final CharacterReferences references;
  private final Finder finder;
  private int at;
  private String name = "";
  private String text = "";
  private Map<String, String> attributes = Map.of();
  private boolean empty;
  private boolean typed;
  private Token token = Token.NONE;

  /** What was found. */
  public enum Token {
    TEXT,
    START,
    END,
    /** Nothing more. */
    NONE
  }

  private MarkupScanner(String in, boolean html) {
    this.in = in;
    this.html = html;
    this.references = new CharacterReferences(html);
    this.finder = new Finder(in);
  }

  public static MarkupScanner xml(String document) {
    return new MarkupScanner(document, false);
  }

  public static MarkupScanner html(String fragment) {
    return new MarkupScanner(fragment, true);
  }

  /** The name of the tag just found, in lower case. */
  public String name() {
    return name;
  }

  /** The attributes of the start tag just found, by name in lower case, decoded. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** Whether the start tag just found closed itself. */
  public boolean isEmpty() {
    return empty;
  }

  /** The text just found, decoded. */
  public String text() {
    return text;
  }

  /** What {@link #next} found last. */
  public Token token() {
    return token;
  }

  public Token next() {
    token = scan();
    return token;
  }

  private Token scan() {
    while (at < in.length()) {
      if (in.charAt(at) != '<') {
        return plain(at);
      }
      Token found = markup();
      if (found != Token.NONE) {
        return found;
      }
    }
    return Token.NONE;
  }

  /** Text from {@code at} to the next tag that begins after {@code from}. */
  private Token plain(int from) {
    int end = in.indexOf('<', from);
    while (end >= 0
        && end + 1 < in.length()
        && " <=\n0123456789".indexOf(in.charAt(end + 1)) >= 0) {
      end = in.indexOf('<', end + 1); // no tag begins so
    }
    int stop = end < 0 ? in.length() : end;
    text = references.decode(in.substring(at, stop));
    at = stop;
    return Token.TEXT;
  }

  /** NONE when something was skipped. */
  private Token markup() {
    char next = at + 1 < in.length() ? in.charAt(at + 1) : ' ';
    if (next == '!') {
      return declaration();
    }
    if (next == '?') {
      return skipPast("?>");
    }
    if (next == '/') {
      return endTag();
    }
    boolean begins = html ? isAsciiLetter(next) : Character.isLetter(next) || next == '_';
    // in HTML a tag that never ends is text: nothing said may be lost
    boolean ends = !html || finder.find(">", at) >= 0;
    return begins && ends ? startTag() : plain(at + 1);
  }

  private static boolean isAsciiLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  private Token declaration() {
    if (in.startsWith("<!--", at)) {
      int end = finder.find("-->", at);
      at = end < 0 ? at + 4 : end + 3; // what never ends hides nothing
      return Token.NONE;
    }
    if (in.startsWith("<![CDATA[", at)) {
      int end = finder.find("]]>", at);
      text = in.substring(at + 9, end < 0 ? in.length() : end);
      at = end < 0 ? in.length() : end + 3;
      return Token.TEXT;
    }
    if (!html && !typed && in.regionMatches(true, at, "<!doctype", 0, 9)) {
      typed = true;
      Doctype doctype = Doctype.at(in, at);
      references.declare(doctype.entities());
      at = doctype.end();
      return Token.NONE;
    }
    return skipPast(">");
  }

  /** What never ends, ends with its first {@code >}. */
  private Token skipPast(String mark) {
    int end = finder.find(mark, at);
    int length = mark.length();
    if (end < 0) {
      end = finder.find(">", at);
      length = 1;
    }
    at = end < 0 ? in.length() : end + length;
    return Token.NONE;
  }

  private Token endTag() {
    at += 2;
    name = name(at);
    at += name.length();
    while (at < in.length() && in.charAt(at) != '>' && in.charAt(at) != '<') {
      at++;
    }
    if (at < in.length() && in.charAt(at) == '>') {
      at++;
    }
    name = name.toLowerCase(Locale.ROOT);
    return name.isEmpty() ? Token.NONE : Token.END;
  }

  private String name(int from) {
    int end = from;
    while (end < in.length() && " \t\r\n/>=<\"'".indexOf(in.charAt(end)) < 0) {
      end++;
    }
    return in.substring(from, end);
  }

  private Token startTag() {
    at++;
    String written = name(at);
    at += written.length();
    name = written.toLowerCase(Locale.ROOT);
    attributes = Map.of();
    empty = false;
    while (at < in.length() && in.charAt(at) != '>') {
      char letter = in.charAt(at);
      if (letter == '<') {
        return Token.START; // the next tag begins, so this one is over
      }
      if (letter == '/') {
        empty = in.startsWith("/>", at);
        at++;
      } else if (letter <= ' ') {
        at++;
      } else {
        attribute();
      }
    }
    if (at >= in.length()) {
      return Token.NONE; // cut off within the tag
    }
    at++;
    skipRaw();
    return Token.START;
  }

  /** A script's or a style's content is no text. */
  private void skipRaw() {
    String end = html ? RAW.get(name) : null;
    if (end != null && !empty) {
      int close = finder.findIgnoringCase(end, at);
      at = close < 0 ? at : close;
    }
  }

  private void attribute() {
    String key = name(at);
    at += Math.max(1, key.length());
    int mark = afterBlanks(at);
    String value = "";
    if (mark < in.length() && in.charAt(mark) == '=') {
      at = afterBlanks(mark + 1);
      value = references.decode(value());
    }
    if (!key.isEmpty() && attributes.size() < MOST_ATTRIBUTES) {
      if (attributes.isEmpty()) {
        attributes = new LinkedHashMap<>();
      }
      attributes.putIfAbsent(key.toLowerCase(Locale.ROOT), value);
    }
  }

  private int afterBlanks(int from) {
    int end = from;
    while (end < in.length() && in.charAt(end) <= ' ') {
      end++;
    }
    return end;
  }

  private String value() {
    char quote = at < in.length() ? in.charAt(at) : '>';
    if (quote == '"' || quote == '\'') {
      int close = finder.find(quote == '"' ? "\"" : "'", at + 1);
      // in XML a value has no "<": the quote that should have closed it is missing
      int tag = html ? -1 : finder.find("<", at);
      if (close >= 0 && (tag < 0 || tag > close)) {
        String value = in.substring(at + 1, close);
        at = close + 1;
        return value;
      }
      at++;
    }
    int start = at;
    while (at < in.length() && " \t\r\n><".indexOf(in.charAt(at)) < 0) {
      at++;
    }
    return in.substring(start, at);
  }
}
