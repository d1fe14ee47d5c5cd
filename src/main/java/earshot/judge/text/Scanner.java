package earshot.judge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a folded text into words, signs, handles, links, numbers and emoji. */
final class Scanner {
  private static final Set<String> KEEP_S =
      Set.of(
          "it",
          "that",
          "he",
          "she",
          "there",
          "here",
          "what",
          "who",
          "where",
          "let",
          "how",
          "one",
          "everyone",
          "everybody",
          "nobody",
          "someone",
          "somebody",
          "when",
          "why",
          "this");
  private static final Set<String> DOMAIN_ENDS =
      Set.of("example", "com", "org", "net", "uk", "ie", "io", "co", "info", "sch", "gov");
  private static final int SPACED_LETTERS = 4;

  private final Folded text;
  private final List<Token> tokens;
  private int at;

  private Scanner(Folded text) {
    this.text = text;
    this.tokens = new ArrayList<>(text.length() / 4 + 4);
  }

  static List<Token> scan(Folded text) {
    Scanner scanner = new Scanner(text);
    while (scanner.at < text.length()) {
      scanner.next();
    }
    return scanner.tokens;
  }

  private void next() {
    char c = text.at(at);
    if (c == ' ' || c == '_' || Character.isWhitespace(c)) {
      at++;
    } else if (Character.isDigit(c) || c == '+' && isDigit(at + 1)) {
      number();
    } else if (Character.isLetter(c)) {
      letters();
    } else if ((c == '@' || c == '#') && isWordChar(at + 1)) {
      tag(c);
    } else if ((c == '$' || c == '!') && isLetter(at + 1) && isLetter(at + 2) && !isWordEnd(at)) {
      word();
    } else {
      sign(c);
    }
  }

  private boolean isWordEnd(int index) {
    return index > 0 && !Character.isWhitespace(text.at(index - 1));
  }

  private char peek(int index) {
    return index < text.length() ? text.at(index) : 0;
  }

  private boolean isLetter(int index) {
    return Character.isLetter(peek(index));
  }

  private boolean isDigit(int index) {
    return Character.isDigit(peek(index));
  }

  private boolean isWordChar(int index) {
    return Character.isLetterOrDigit(peek(index)) || peek(index) == '_';
  }

  private void add(int start, int end, String word, Kind kind) {
    tokens.add(
        new Token(text.from(start), text.to(end - 1), word, kind, Shape.of(text, start, end)));
    at = end;
  }

  private void sign(char c) {
    int end = at + 1;
    if (c >= 0x2000 || Character.isHighSurrogate(c)) {
      if (Character.isHighSurrogate(c) && end < text.length()) {
        end++;
      }
      add(at, end, text.lower(at, end), Kind.EMOJI);
      return;
    }
    while (end < text.length() && text.at(end) == c && end - at < 40) {
      end++;
    }
    add(at, end, end - at > 1 ? "" + c + c : String.valueOf(c), Kind.PUNCTUATION);
  }

  private void tag(char c) {
    int end = at + 1;
    while (isWordChar(end)
        || c == '@' && (peek(end) == '.' || peek(end) == '-') && isWordChar(end + 1)) {
      end++;
    }
    if (c == '#' && Character.isDigit(peek(at + 1))) {
      sign(c);
    } else if (c == '@') {
      add(at, end, text.lower(at, end), Kind.HANDLE);
    } else {
      hashtag(end);
    }
  }

  private void hashtag(int end) {
    int start = at + 1;
    for (int i = start + 1; i <= end; i++) {
      boolean edge =
          i == end
              || text.at(i) == '_'
              || Character.isUpperCase(text.at(i)) && Character.isLowerCase(text.at(i - 1))
              || Character.isDigit(text.at(i)) != Character.isDigit(text.at(i - 1));
      if (edge && i > start) {
        if (text.at(start) != '_') {
          add(start, i, text.lower(start, i), Kind.HASHTAG);
        }
        start = i;
      }
    }
    at = end;
  }

  private void number() {
    int end = at + 1;
    int digits = 1;
    int last = at + 1;
    while (end < text.length() && end - at < 24) {
      char c = text.at(end);
      if (Character.isDigit(c)) {
        digits++;
        last = end + 1;
      } else if (!(c == ' ' && (isDigit(end + 1) || peek(end + 1) == '('))
          && c != '('
          && c != ')'
          && !(c == '-' && isDigit(end + 1))) {
        break;
      }
      end++;
    }
    char first = text.at(at);
    if (digits >= 9 && digits <= 14 && (first == '0' || first == '+')) {
      add(at, last, "<phone>", Kind.PHONE);
      return;
    }
    if (first == '+') {
      sign(first);
      return;
    }
    end = at;
    while (isDigit(end)
        || (peek(end) == '.' || peek(end) == ',' || peek(end) == ':' || peek(end) == '/')
            && isDigit(end + 1)) {
      end++;
    }
    if (isLetter(end)) {
      word();
    } else {
      add(at, end, text.lower(at, end), Kind.NUMBER);
    }
  }

  private void letters() {
    if (!spaced() && !link()) {
      word();
    }
  }

  /** Letters set apart by one and the same sign: {@code M a i s i e}, {@code M.a.i.s.i.e}. */
  private boolean spaced() {
    char gap = peek(at + 1);
    if (!(gap == ' ' || gap == '.' || gap == '-' || gap == '_' || gap == '*' || gap == '/')) {
      return false;
    }
    StringBuilder word = new StringBuilder();
    int i = at;
    while (isLetter(i) && (i == at || !capitalAfterSmall(i))) {
      word.append(Character.toLowerCase(text.at(i)));
      if (peek(i + 1) != gap || isLetter(i + 1) || !isLetter(i + 2) || isLetter(i + 3)) {
        break;
      }
      i += 2;
    }
    boolean capital = i > at && capitalAfterSmall(i);
    int end = capital ? i - 1 : i + 1;
    if (word.length() < SPACED_LETTERS || !capital && isLetter(end)) {
      return false;
    }
    Shape shape = Character.isUpperCase(text.at(at)) ? Shape.TITLE : Shape.LOWER;
    tokens.add(new Token(text.from(at), text.to(end - 1), word.toString(), Kind.WORD, shape));
    at = end;
    return true;
  }

  private boolean capitalAfterSmall(int i) {
    return Character.isUpperCase(text.at(i)) && Character.isLowerCase(text.at(i - 2));
  }

  private boolean link() {
    int end = at;
    boolean mail = false;
    int dot = -1;
    while (end < text.length() && isLinkChar(text.at(end)) && end - at < 300) {
      mail |= text.at(end) == '@' && isWordChar(end + 1) && end > at;
      if (text.at(end) == '.' && isLetter(end + 1)) {
        dot = end;
      }
      end++;
    }
    while (end > at && !Character.isLetterOrDigit(text.at(end - 1)) && text.at(end - 1) != '/') {
      end--;
    }
    String start = text.lower(at, Math.min(end, at + 8));
    boolean web = start.startsWith("http:/") || start.startsWith("https:/");
    if (web || start.startsWith("www.") || dot > 0 && dot < end && endsDomain(dot + 1)) {
      add(at, end, mail && !web ? "<email>" : "<url>", mail && !web ? Kind.EMAIL : Kind.URL);
      return true;
    }
    return false;
  }

  private boolean endsDomain(int start) {
    int end = start;
    while (isLetter(end)) {
      end++;
    }
    return DOMAIN_ENDS.contains(text.lower(start, end)) && !Character.isUpperCase(text.at(start));
  }

  private static boolean isLinkChar(char c) {
    return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '(' && c != ')'
        && c != ',' && c != '!' && c != '*';
  }

  private void word() {
    int end = at;
    while (isInWord(end)) {
      end++;
    }
    if (at > 0 && text.at(at - 1) == '*' && text.at(end - 1) == '*') {
      while (text.at(end - 1) == '*') {
        end--;
      }
    }
    String word = text.lower(at, end).toLowerCase(Locale.ROOT);
    int possessive = word.length() > 3 && word.endsWith("'s") ? end - 2 : -1;
    if (possessive > 0 && !KEEP_S.contains(word.substring(0, word.length() - 2))) {
      add(at, possessive, word.substring(0, word.length() - 2), Kind.WORD);
      add(possessive, end, "'s", Kind.WORD);
      return;
    }
    String plain = word.endsWith("n't") ? word.substring(0, word.length() - 2) + "t" : word;
    add(at, end, plain, Kind.WORD);
  }

  private boolean isInWord(int index) {
    char c = peek(index);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean letterBefore = index > at && (isWordChar(index - 1) || peek(index - 1) == '*');
    return switch (c) {
      case '\'' -> letterBefore && isLetter(index + 1);
      case '*' -> letterBefore || index == at && isLetter(index + 1);
      case '@', '!', '|', '€', '+' -> (letterBefore || index == at) && isLetter(index + 1);
      case '$' -> isLetter(index + 1) || letterBefore && (peek(index + 1) == '$' || index > at + 1);
      default -> false;
    };
  }
}
