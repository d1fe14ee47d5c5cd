package earshot.judge.text;

import java.util.List;
import java.util.function.Predicate;

/** Reads a text into tokens: words as meant, their classes, clauses and sentences. */
public final class Tokeniser {
  /** Longest text that is read, in characters: a post is not a library. */
  static final int LONGEST = 200_000;

  private static final Token[] NONE = {};

  private final WordClasses classes;
  private final Predicate<String> known;

  /**
   * @param name tells a person's name, so that a disguised one is read as it was meant
   */
  public Tokeniser(WordClasses classes, Predicate<String> name) {
    this.classes = classes;
    this.known = word -> classes.of(word).length > 0 || name.test(word);
  }

  /** The words of a phrase, as tokens would hold them. */
  public static String[] words(String text) {
    return Scanner.scan(Folded.of(text)).stream().map(Token::word).toArray(String[]::new);
  }

  /**
   * Reads words that somebody else has set apart, one token each.
   *
   * @param words one sentence
   */
  public Token[] readApart(List<String> words) {
    Token[] tokens = new Token[words.size()];
    boolean first = true;
    for (int i = 0; i < tokens.length; i++) {
      List<Token> parts = Scanner.scan(Folded.of(words.get(i)));
      Folded folded = Folded.of(words.get(i));
      Kind kind = parts.isEmpty() ? Kind.PUNCTUATION : parts.get(0).kind();
      String word = parts.size() == 1 ? parts.get(0).word() : folded.lower(0, folded.length());
      Shape shape = Shape.of(folded, 0, folded.length());
      tokens[i] = finished(new Token(0, 0, word, kind, shape), first, 0);
      first = first && kind != Kind.WORD || endsSentence(tokens[i]);
    }
    markPhrases(tokens);
    return tokens;
  }

  public Token[] read(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<Token> scanned = Scanner.scan(Folded.of(bounded));
    Token[] tokens = new Token[scanned.size()];
    boolean sentence = true;
    int clause = 0;
    for (int i = 0; i < tokens.length; i++) {
      Token token = scanned.get(i);
      boolean newLine = i > 0 && hasBreak(bounded, scanned.get(i - 1).end(), token.start());
      if (newLine) {
        sentence = true;
        clause++;
      }
      tokens[i] = finished(token, sentence, clause);
      sentence = sentence && token.kind() == Kind.PUNCTUATION || endsSentence(token);
      clause += endsSentence(token) || endsClause(token) ? 1 : 0;
    }
    markPhrases(tokens);
    markPostcodes(tokens);
    return tokens;
  }

  /** The same token as it is read whoever writes it and whichever people it names. */
  public Token ofAnybody(Token token) {
    String word = token.kind() == Kind.WORD ? ReadAs.of(token.word()) : null;
    return word == null ? token : token.readAs(word, classes.of(word));
  }

  private static boolean hasBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static boolean endsSentence(Token token) {
    if (token.kind() != Kind.PUNCTUATION || token.word().isEmpty()) {
      return false;
    }
    char c = token.word().charAt(0);
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean endsClause(Token token) {
    if (token.kind() != Kind.PUNCTUATION || token.word().isEmpty()) {
      return token.is("but");
    }
    char c = token.word().charAt(0);
    return c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '-' || c == '|';
  }

  private Token finished(Token token, boolean sentence, int clause) {
    String word = token.word();
    Kind kind = token.kind();
    if (kind == Kind.HANDLE) {
      String plain = Leet.decode(word, known);
      if (plain != word && plain.length() > 2 && known.test(plain)) {
        word = plain;
        kind = Kind.WORD;
      }
    } else if (kind == Kind.WORD || kind == Kind.HASHTAG) {
      word = Leet.shorten(word, known);
      word = Leet.decode(word, known);
    }
    int[] of = classes.of(word);
    if (of.length == 0 && word.indexOf('*') > 0) {
      of = Starred.classes(word, classes);
    }
    return new Token(token.start(), token.end(), word, kind, token.shape(), sentence, clause, of);
  }

  private void markPhrases(Token[] tokens) {
    for (int i = 0; i < tokens.length; i++) {
      for (WordClasses.Phrase phrase : classes.phrases(tokens[i].word())) {
        if (matches(tokens, i, phrase.words())) {
          for (int j = i; j < i + phrase.words().length; j++) {
            tokens[j] = tokens[j].also(phrase.wordClass());
          }
          break;
        }
      }
    }
  }

  private static boolean matches(Token[] tokens, int at, String[] words) {
    if (at + words.length > tokens.length) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (!tokens[at + i].is(words[i])) {
        return false;
      }
    }
    return true;
  }

  private static void markPostcodes(Token[] tokens) {
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (isOutward(tokens[i]) && isInward(tokens[i + 1])) {
        tokens[i] = tokens[i].as(Kind.POSTCODE);
        tokens[i + 1] = tokens[i + 1].as(Kind.POSTCODE);
      }
    }
  }

  private static boolean isOutward(Token token) {
    String word = token.word();
    return token.shape() == Shape.LETTERS_AND_DIGITS
        && word.length() <= 4
        && Character.isLetter(word.charAt(0));
  }

  private static boolean isInward(Token token) {
    String word = token.word();
    return word.length() == 3
        && Character.isDigit(word.charAt(0))
        && Character.isLetter(word.charAt(1))
        && Character.isLetter(word.charAt(2));
  }
}
