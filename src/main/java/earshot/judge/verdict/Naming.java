package earshot.judge.verdict;

import earshot.judge.Span;
import earshot.judge.names.Gazetteer;
import earshot.judge.text.CommonWords;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.judge.text.WordClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Finds what must be hidden in a post of which a person says that it tells who a child is. */
public final class Naming {
  private static final Gazetteer NAMES = Gazetteer.shipped();
  private static final Tokeniser TOKENISER =
      new Tokeniser(WordClasses.shipped(), NAMES::isPlainName);

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
