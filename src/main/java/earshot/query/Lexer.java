package earshot.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into its pieces. */
final class Lexer {
  private static final Pattern NEAR = Pattern.compile("NEAR(?:/(\\d{1,3}))?");
  private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):(.*)", Pattern.DOTALL);

  /** What a piece is. */
  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    PHRASE,
    FIELD,
    TERM,
    END
  }

  /**
   * @param text the words of a phrase, a term as written, a field's name
   * @param value a field's value, NEAR's distance
   * @param at its first character
   */
  record Piece(Kind kind, String text, String value, int at) {}

  private final String query;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private Lexer(String query) {
    this.query = query;
  }

  static List<Piece> pieces(String query) throws QuerySyntaxException {
    Lexer lexer = new Lexer(query);
    while (lexer.skipBlanks()) {
      lexer.piece();
    }
    lexer.add(Kind.END, "", "", query.length());
    return lexer.pieces;
  }

  private boolean skipBlanks() {
    while (at < query.length() && isBlank(query.charAt(at))) {
      at++;
    }
    return at < query.length();
  }

  private void piece() throws QuerySyntaxException {
    int start = at;
    char c = query.charAt(at);
    switch (c) {
      case '(' -> add(Kind.OPEN, "(", "", at++);
      case ')' -> add(Kind.CLOSE, ")", "", at++);
      case '"', '\u201C', '\u201D' -> add(Kind.PHRASE, quoted(), "", start);
      case '-', '!' -> {
        at++;
        if (at >= query.length() || isBlank(query.charAt(at))) {
          return; // a dash between blanks is punctuation
        }
        add(Kind.NOT, "-", "", start);
      }
      default -> word(start);
    }
  }

  private String quoted() throws QuerySyntaxException {
    int start = at++;
    int from = at;
    while (at < query.length() && !isQuote(query.charAt(at))) {
      at++;
    }
    if (at >= query.length()) {
      throw new QuerySyntaxException("this quote is never closed", start);
    }
    return query.substring(from, at++);
  }

  private void word(int start) throws QuerySyntaxException {
    while (at < query.length()
        && !isBlank(query.charAt(at))
        && "()\"“”".indexOf(query.charAt(at)) < 0) {
      at++;
    }
    String word = query.substring(start, at);
    Matcher near = NEAR.matcher(word);
    Matcher field = FIELD.matcher(word);
    if (word.equals("AND")) {
      add(Kind.AND, word, "", start);
    } else if (word.equals("OR")) {
      add(Kind.OR, word, "", start);
    } else if (word.equals("NOT")) {
      add(Kind.NOT, word, "", start);
    } else if (near.matches()) {
      add(Kind.NEAR, word, near.group(1) == null ? "10" : near.group(1), start);
    } else if (field.matches()) {
      boolean quoteFollows =
          field.group(2).isEmpty() && at < query.length() && isQuote(query.charAt(at));
      add(Kind.FIELD, field.group(1), quoteFollows ? quoted() : field.group(2), start);
    } else {
      add(Kind.TERM, word, "", start);
    }
  }

  private void add(Kind kind, String text, String value, int start) {
    pieces.add(new Piece(kind, text, value, start));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201C' || c == '\u201D';
  }
}
