package earshot.query;

import earshot.query.Lexer.Piece;
import earshot.query.Tokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Words and phrases of a query, folded as the text's words are. */
final class Terms {
  private Terms() {}

  /** One written term: several words, such as {@code St-Oswin's}, make a phrase. */
  static Query term(Piece piece, int clause) throws QuerySyntaxException {
    return piece.text().startsWith("=")
        ? exact(piece)
        : oneOrPhrase(words(piece.text(), piece), piece, clause);
  }

  static Query phrase(Piece piece, int clause) throws QuerySyntaxException {
    return oneOrPhrase(words(piece.text(), piece), piece, clause);
  }

  private static Query oneOrPhrase(List<Query> words, Piece piece, int clause)
      throws QuerySyntaxException {
    if (words.isEmpty() || clause < 1) {
      throw new QuerySyntaxException("there is no word in '" + piece.text() + "'", piece.at());
    }
    return words.size() == 1 ? words.getFirst() : new Query.Phrase(words);
  }

  private static Query exact(Piece piece) throws QuerySyntaxException {
    List<Query> words = new ArrayList<>();
    for (Token token : Tokens.of(piece.text()).list()) {
      words.add(new Query.Word(token.exact(), true));
    }
    return oneOrPhrase(words, piece, 1);
  }

  private static List<Query> words(String text, Piece piece) throws QuerySyntaxException {
    List<Query> words = new ArrayList<>();
    for (Token token : Tokens.of(text).list()) {
      boolean prefix = token.end() < text.length() && text.charAt(token.end()) == '*';
      if (prefix && token.folded().length() < QueryParser.SHORTEST_PREFIX) {
        throw new QuerySyntaxException(
            "a beginning needs " + QueryParser.SHORTEST_PREFIX + " letters or more before the *",
            piece.at());
      }
      words.add(prefix ? new Query.Prefix(token.folded()) : new Query.Word(token.folded(), false));
    }
    if (text.startsWith("*")) {
      throw new QuerySyntaxException("a word cannot begin with *", piece.at());
    }
    return words;
  }
}
