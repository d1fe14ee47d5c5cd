package earshot.judge.verdict;

import earshot.judge.Span;
import earshot.judge.names.Gazetteer;
import earshot.judge.text.CommonWords;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what must be hidden in a post of which a person says that it tells who a child is. */
public final class Naming {
  private static final Gazetteer NAMES = Gazetteer.shipped();
  private static final Tokeniser TOKENISER = NAMES.tokeniser();

  private Naming() {}

  /** Wherever the given words stand, capitals or not. */
  public static List<Span> of(String text, Collection<String> words) {
    List<Span> spans = new ArrayList<>();
    String folded = text.toLowerCase(Locale.ROOT);
    boolean aligned = folded.length() == text.length();
    for (String word : words) {
      String sought = aligned ? word.strip().toLowerCase(Locale.ROOT) : word.strip();
      String place = aligned ? folded : text;
      int at = sought.isEmpty() ? -1 : place.indexOf(sought);
      while (at >= 0) {
        spans.add(new Span(at, at + sought.length()));
        at = place.indexOf(sought, at + sought.length());
      }
    }
    return Span.joined(spans);
  }

  /** A text of the same length in which what is hidden is like nothing that a line can hold. */
  static String covered(String text, Collection<Span> hidden) {
    StringBuilder covered = new StringBuilder(text);
    for (Span span : hidden) {
      int end = Math.min(span.end(), text.length());
      covered.replace(span.start(), end, "\n".repeat(end - span.start()));
    }
    return covered.toString();
  }

  /** Whether a text repeats what is hidden: all of it, or a word of it that is not a common one. */
  public static boolean repeats(String text, String hidden) {
    List<String> said = words(text);
    List<String> secret = words(hidden);
    return !secret.isEmpty()
        && (Collections.indexOfSubList(said, secret) >= 0
            || secret.stream().anyMatch(word -> !CommonWords.has(word) && said.contains(word)));
  }

  private static List<String> words(String text) {
    return tokens(text).stream()
        .filter(token -> token.kind() != Kind.PUNCTUATION && token.kind() != Kind.NUMBER)
        .map(token -> token.word().replaceFirst("['’]s$", ""))
        .filter(word -> word.length() > 1)
        .toList();
  }

  /**
   * Every word that may be a name: too much rather than too little, and the whole text where no
   * word stands out.
   */
  public static List<Span> guessed(String text) {
    List<Span> spans = new ArrayList<>();
    for (Token token : TOKENISER.read(text)) {
      if (mayBeName(token)) {
        spans.add(new Span(token.start(), token.end()));
      }
    }
    return spans.isEmpty() ? List.of(new Span(0, text.length())) : Span.joined(spans);
  }

  /**
   * Forenames, each with the capitalised word behind it: whoever may be named in a few words that
   * say too little to be judged.
   *
   * @param known people who may be named, as written: {@code Mrs Adaeze Okafor (head)}
   */
  public static List<Span> persons(String text, Collection<String> known) {
    Set<String> open =
        known.stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
    List<Span> spans = new ArrayList<>();
    Token[] tokens = TOKENISER.read(text);
    for (int i = 0; i < tokens.length; i++) {
      if (isForename(tokens[i]) && !open.contains(tokens[i].word())) {
        boolean family =
            i + 1 < tokens.length
                && tokens[i + 1].kind() == Kind.WORD
                && tokens[i + 1].shape() != Shape.LOWER
                && !CommonWords.has(tokens[i + 1].word());
        spans.add(new Span(tokens[i].start(), tokens[family ? i + 1 : i].end()));
      }
    }
    return spans;
  }

  private static boolean isForename(Token token) {
    return token.kind() == Kind.WORD
        && token.shape() != Shape.LOWER
        && NAMES.isForename(token.word())
        && !CommonWords.has(token.word());
  }

  /** Whether a word may be somebody's name, however it is written. */
  private static boolean mayBeName(Token token) {
    String word = token.word();
    return switch (token.kind()) {
      case HANDLE, HASHTAG, EMAIL, PHONE, POSTCODE, URL -> true;
      case WORD ->
          NAMES.isPlainName(word)
              || (word.length() > 1 && token.shape() != Shape.LOWER && !CommonWords.has(word))
              || (token.shape() != Shape.LOWER && NAMES.isForename(word));
      case NUMBER, PUNCTUATION, EMOJI -> false;
    };
  }

  /** The common words of a text outside of what must be hidden: what may be learnt of it. */
  public static List<String> openWords(String text, List<Span> hidden) {
    List<String> words = new ArrayList<>();
    for (Token token : TOKENISER.read(text)) {
      boolean open = hidden.stream().noneMatch(span -> span.meets(token.start(), token.end()));
      if (open && token.kind() == Kind.WORD && CommonWords.has(token.word())) {
        words.add(token.word());
      }
    }
    return words;
  }

  /** The words of a text, disguises undone, in order. */
  public static List<Token> tokens(String text) {
    return List.of(TOKENISER.read(text));
  }
}
