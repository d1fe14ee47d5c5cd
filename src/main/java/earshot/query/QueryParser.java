package earshot.query;

import earshot.query.Lexer.Kind;
import earshot.query.Lexer.Piece;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Understands a keyword rule or a search: words, "phrases", AND OR NOT (in capitals; a blank means
 * AND), NEAR/n, prefix*, =Exact, field:value, since:2026-03-01, until:2026-03-31, brackets.
 */
public final class QueryParser {
  /** Characters: longer than people write, short enough that no query costs much. */
  public static final int LONGEST = 512;

  /** Brackets within brackets. */
  public static final int DEEPEST = 20;

  /** Words and fields in all. */
  public static final int MOST_CLAUSES = 256;

  static final int SHORTEST_PREFIX = 2;
  private static final int FARTHEST = 100;

  /** The facts of a mention that a query may name. */
  public static final Set<String> FIELDS =
      Set.of(
          "label",
          "target",
          "severity",
          "school",
          "source",
          "state",
          "platform",
          "author",
          "story",
          "language",
          "list");

  private final List<Piece> pieces;
  private int at;
  private int depth;
  private int clauses;

  private QueryParser(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * @throws QuerySyntaxException with the character at fault
   */
  public static Query parse(String query) throws QuerySyntaxException {
    if (query.length() > LONGEST) {
      throw new QuerySyntaxException("it is longer than " + LONGEST + " characters", LONGEST);
    }
    QueryParser parser = new QueryParser(Lexer.pieces(query));
    if (parser.next().kind() == Kind.END) {
      return new Query.All();
    }
    Query parsed = parser.or();
    if (parser.next().kind() != Kind.END) {
      throw new QuerySyntaxException("this bracket was never opened", parser.next().at());
    }
    return parsed;
  }

  private Piece next() {
    return pieces.get(at);
  }

  private Query or() throws QuerySyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(and());
    while (next().kind() == Kind.OR) {
      at++;
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
  }

  private Query and() throws QuerySyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(not());
    while (true) {
      Kind kind = next().kind();
      if (kind == Kind.AND) {
        at++;
      } else if (kind == Kind.END || kind == Kind.CLOSE || kind == Kind.OR) {
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
      }
      parts.add(not());
    }
  }

  private Query not() throws QuerySyntaxException {
    boolean negated = false;
    while (next().kind() == Kind.NOT) {
      at++;
      negated = !negated;
    }
    Query part = near();
    return negated ? new Query.Not(part) : part;
  }

  private Query near() throws QuerySyntaxException {
    Query left = primary();
    while (next().kind() == Kind.NEAR) {
      Piece near = next();
      at++;
      int distance = Integer.parseInt(near.value());
      if (distance < 1 || distance > FARTHEST) {
        throw new QuerySyntaxException("NEAR takes a distance of 1 to " + FARTHEST, near.at());
      }
      Query right = primary();
      if (!isWords(left) || !isWords(right)) {
        throw new QuerySyntaxException("NEAR stands between words and phrases", near.at());
      }
      left = new Query.Near(left, right, distance);
    }
    return left;
  }

  private static boolean isWords(Query part) {
    return switch (part) {
      case Query.Word word -> true;
      case Query.Prefix prefix -> true;
      case Query.Phrase phrase -> true;
      case Query.Near near -> true;
      case Query.Or or -> or.parts().stream().allMatch(QueryParser::isWords);
      case Query.All all -> false;
      case Query.And and -> false;
      case Query.Not not -> false;
      case Query.Field field -> false;
      case Query.Dates dates -> false;
    };
  }

  private Query primary() throws QuerySyntaxException {
    Piece piece = next();
    at++;
    return switch (piece.kind()) {
      case OPEN -> bracketed(piece);
      case PHRASE -> Terms.phrase(piece, counted(piece));
      case TERM -> Terms.term(piece, counted(piece));
      case FIELD -> field(piece);
      case CLOSE ->
          throw new QuerySyntaxException("a word is missing before this bracket", piece.at());
      case END -> throw new QuerySyntaxException("a word is missing at the end", piece.at());
      case AND, OR, NEAR ->
          throw new QuerySyntaxException("a word is missing before " + piece.text(), piece.at());
      case NOT -> throw new QuerySyntaxException("a word is missing after this", piece.at());
    };
  }

  private int counted(Piece piece) throws QuerySyntaxException {
    if (++clauses > MOST_CLAUSES) {
      throw new QuerySyntaxException("it has more than " + MOST_CLAUSES + " words", piece.at());
    }
    return clauses;
  }

  private Query bracketed(Piece open) throws QuerySyntaxException {
    if (++depth > DEEPEST) {
      throw new QuerySyntaxException("brackets stand more than " + DEEPEST + " deep", open.at());
    }
    Query inside = or();
    if (next().kind() != Kind.CLOSE) {
      throw new QuerySyntaxException("this bracket is never closed", open.at());
    }
    at++;
    depth--;
    return inside;
  }

  private Query field(Piece piece) throws QuerySyntaxException {
    counted(piece);
    String name = piece.text().toLowerCase(Locale.ROOT);
    if (piece.value().isBlank()) {
      throw new QuerySyntaxException("a value is missing after '" + name + ":'", piece.at());
    }
    return switch (name) {
      case "since" -> new Query.Dates(date(piece), null);
      case "until" -> new Query.Dates(null, date(piece));
      case "on" -> new Query.Dates(date(piece), date(piece));
      default -> {
        if (!FIELDS.contains(name)) {
          throw new QuerySyntaxException(
              "there is no field '" + name + "'; to search for these words, put them in quotes",
              piece.at());
        }
        yield new Query.Field(name, piece.value());
      }
    };
  }

  private static LocalDate date(Piece piece) throws QuerySyntaxException {
    try {
      return LocalDate.parse(piece.value());
    } catch (DateTimeParseException e) {
      throw new QuerySyntaxException(
          "'" + piece.value() + "' is not a date; write it like 2026-03-31", piece.at());
    }
  }
}
