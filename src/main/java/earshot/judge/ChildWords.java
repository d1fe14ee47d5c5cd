package earshot.judge;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.CommonWords;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that identify a child, found again wherever they stand: each span as a whole, and of
 * its single words those that may be a name. What many people write is left to be read.
 */
public final class ChildWords {
  private static final Gazetteer NAMES = Gazetteer.shipped();
  private static final Tokeniser TOKENISER = NAMES.tokeniser();
  private static final int PART = 100_000;
  private static final int SHORTEST_NAME = 3;
  private static final int SHORTEST_IN_TAG = 4;
  private static final int MOST_IN_TAG = 100;
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "madam");

  /** What stands beside the name of a class or a school. */
  private static final Set<String> OF_A_SCHOOL =
      Set.of("class", "form", "primary", "infants", "juniors", "school", "academy", "college");

  /** Names that people write far more often as words: only their capital tells. */
  private static final Set<String> NAMES_BY_CAPITAL =
      Set.of(
          "will", "summer", "hope", "miles", "kit", "mark", "drew", "penny", "lane", "ken", "bill",
          "faith", "grace", "guy", "rose", "rich");

  /** Whole spans of several words, by their first. */
  private final Map<String, Set<List<String>>> phrases = new HashMap<>();

  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> namesByCapital = new HashSet<>();

  private ChildWords() {}

  /** The words of some spans of a text. */
  public static ChildWords of(String text, List<Span> spans) {
    ChildWords words = new ChildWords();
    for (Span span : spans) {
      int start = Math.min(span.start(), text.length());
      words.add(
          TOKENISER.read(text.substring(start, Math.clamp(span.end(), start, text.length()))));
    }
    return words;
  }

  /** The same judgement, its child's words marked wherever they come up in the judged text. */
  public static Judgement everywhere(Judgement judgement, String text) {
    if (judgement.pupil().isEmpty()) {
      return judgement;
    }
    List<Span> everywhere = of(text, judgement.pupil()).in(text);
    return judgement.with(
        judgement.evidence(), Span.joined(judgement.pupil(), everywhere), judgement.because());
  }

  private void add(Token[] span) {
    List<String> whole =
        Stream.of(span)
            .filter(token -> token.kind() != Kind.PUNCTUATION && !token.word().equals("'s"))
            .map(Token::word)
            .toList();
    if (whole.size() > 1 && !whole.stream().allMatch(CommonWords::has)) {
      phrases.computeIfAbsent(whole.getFirst(), first -> new LinkedHashSet<>()).add(whole);
    }
    boolean isName = whole.size() > 1;
    for (int i = 0; i < span.length; i++) {
      boolean mayBeName = mayBeName(span, i);
      isName = isName && mayBeName;
      if (mayBeName) {
        add(span[i]);
      }
    }
    if (isName) {
      names.add(String.join("", whole));
    }
  }

  private void add(Token token) {
    boolean byCapital = NAMES_BY_CAPITAL.contains(token.word()) || CommonWords.has(token.word());
    (byCapital ? namesByCapital : names).add(token.word());
  }

  private static boolean mayBeName(Token[] span, int at) {
    Token token = span[at];
    String word = token.word();
    return switch (token.kind()) {
      case HANDLE -> true;
      case WORD, HASHTAG -> {
        boolean capital = token.shape() != Shape.LOWER;
        boolean common = CommonWords.has(word) || NAMES_BY_CAPITAL.contains(word);
        yield word.length() >= SHORTEST_NAME
            && Character.isLetter(word.codePointAt(0))
            && !(common && !(capital && NAMES.isForename(word)))
            && !(at > 0 && TITLES.contains(span[at - 1].word()))
            && (NAMES.isForename(word) || !isOfASchool(span, at));
      }
      case NUMBER, PUNCTUATION, EMOJI, URL, EMAIL, PHONE, POSTCODE -> false;
    };
  }

  private static boolean isOfASchool(Token[] span, int at) {
    return at > 0 && OF_A_SCHOOL.contains(span[at - 1].word())
        || at + 1 < span.length && OF_A_SCHOOL.contains(span[at + 1].word());
  }

  /** Where they stand in a text, in its order. */
  public List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    if (phrases.isEmpty() && names.isEmpty() && namesByCapital.isEmpty()) {
      return spans;
    }
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + PART);
      int space = to < text.length() ? text.lastIndexOf(' ', to) : to;
      to = space > from ? space : to;
      String part = text.substring(from, to);
      for (Span span : inPart(part)) {
        spans.add(new Span(from + span.start(), from + span.end()));
      }
      from = to;
    }
    return spans;
  }

  private List<Span> inPart(String part) {
    List<Span> spans = new ArrayList<>();
    Token[] tokens = TOKENISER.read(part);
    for (int at = 0; at < tokens.length; at++) {
      int length = length(tokens, at, part);
      if (length > 0) {
        int end = tokens[at + length - 1].end();
        spans.add(new Span(Math.min(tokens[at].start(), end), end));
        at += length - 1;
      }
    }
    return spans;
  }

  /** How many tokens must be hidden from here on. */
  private int length(Token[] tokens, int at, String text) {
    int longest = isSought(tokens[at], text) ? 1 : 0;
    for (List<String> phrase : phrases.getOrDefault(tokens[at].word(), Set.of())) {
      longest = Math.max(longest, length(tokens, at, phrase));
    }
    return longest;
  }

  private static int length(Token[] tokens, int at, List<String> phrase) {
    int next = at;
    for (String word : phrase) {
      while (next > at && next < tokens.length && isBetween(tokens[next])) {
        next++;
      }
      if (next == tokens.length || !tokens[next].word().equals(word)) {
        return 0;
      }
      next++;
    }
    return next - at;
  }

  private static boolean isBetween(Token token) {
    return token.kind() == Kind.PUNCTUATION || token.word().equals("'s");
  }

  private boolean isSought(Token token, String text) {
    String word = token.word();
    return switch (token.kind()) {
      case WORD -> isName(word) || isNameByCapital(token);
      case HASHTAG -> isName(word) || isNameByCapital(token) || holdsName(word);
      case HANDLE -> names.contains(word) || holdsName(word);
      case URL, EMAIL ->
          holdsName(text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT));
      case NUMBER, PUNCTUATION, EMOJI, PHONE, POSTCODE -> false;
    };
  }

  /** {@code Lily}, and {@code Lilys} where the apostrophe was forgotten. */
  private boolean isName(String word) {
    return names.contains(word)
        || word.endsWith("s") && names.contains(word.substring(0, word.length() - 1));
  }

  private boolean isNameByCapital(Token token) {
    return token.shape() != Shape.LOWER && namesByCapital.contains(token.word());
  }

  /** Whether letters run together hold a name: {@code @lilybassett}. */
  private boolean holdsName(String letters) {
    return names.stream()
        .filter(name -> name.length() >= SHORTEST_IN_TAG)
        .limit(MOST_IN_TAG)
        .anyMatch(letters::contains);
  }

  /** The text, with them hidden. */
  public String hide(String text) {
    return Mask.hide(text, in(text));
  }
}
