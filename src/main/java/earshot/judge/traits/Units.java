package earshot.judge.traits;

import earshot.judge.names.Gazetteer;
import earshot.judge.names.NameTagger;
import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.WordClasses;
import earshot.judge.view.Mark;
import earshot.judge.view.Marked;
import earshot.judge.view.SchoolView;
import earshot.judge.weigh.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads marked tokens as units: names give way to placeholders, so that none is learnt. */
final class Units {
  private static final Set<String> FUNCTION =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as", "is",
          "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does",
          "did", "will", "would", "can", "could", "shall", "should", "and", "or", "if", "than",
          "then", "that", "this", "these", "those", "there", "it", "its", "it's", "that's", "who",
          "which", "what", "when", "where", "why", "how", "so", "too", "up", "out", "off", "about",
          "into", "over", "after", "before", "because", "just", "only", "like", "more", "most",
          "some", "one", "'s", "he's", "she's", "they're", "i'm", "you're", "we're", "get", "got",
          "go", "goes", "going", "went", "make", "made", "said", "says", "say", "told", "know",
          "think", "see", "let", "put", "him", "her", "his", "now", "back", "any");
  private static final Set<String> UNITS_OF_MEASURE =
      Set.of(
          "am", "pm", "th", "st", "nd", "rd", "k", "m", "cm", "km", "kg", "g", "p", "mph", "ft",
          "mm", "ml", "bn", "x", "s", "hrs", "min", "mins", "yo", "yr", "yrs");

  private final WordClasses classes;
  private final Gazetteer gazetteer;

  Units(WordClasses classes, Gazetteer gazetteer) {
    this.classes = classes;
    this.gazetteer = gazetteer;
  }

  List<Unit> of(Marked marked) {
    Token[] tokens = marked.tokens();
    List<Unit> units = new ArrayList<>(tokens.length);
    int i = 0;
    while (i < tokens.length) {
      Mark mark = marked.marks()[i];
      if (mark != Mark.NONE && mark != Mark.NAMESAKE_WORD) {
        units.add(named(tokens[i], i, mark, mark.placeholder()));
        int end = marked.ends()[i];
        while (end < tokens.length && mark == Mark.OTHER_SCHOOL && marked.marks()[end] == mark) {
          end++;
        }
        i = end;
      } else {
        units.add(unit(marked, i, mark, units));
        i++;
      }
    }
    return units;
  }

  private static Unit named(Token token, int index, Mark mark, String placeholder) {
    long hash = Hash.of(placeholder);
    return new Unit(token, index, mark, hash, hash, placeholder, true);
  }

  private Unit unit(Marked marked, int i, Mark mark, List<Unit> before) {
    Token token = marked.tokens()[i];
    String placeholder = placeholder(marked.tokens(), i, before, marked.people()[i]);
    if (!placeholder.isEmpty()) {
      return named(token, i, mark, placeholder);
    }
    boolean telling = token.classes().length > 0;
    return new Unit(token, i, mark, Hash.of(token.word()), Hash.of(back(token)), "", telling);
  }

  private String back(Token token) {
    if (token.main() >= 0) {
      return classes.name(token.main());
    }
    String word = token.word();
    if (FUNCTION.contains(word) || token.kind() != Kind.WORD) {
      return token.kind() == Kind.EMOJI ? "<EMOJI>" : word;
    }
    if (token.shape() == Shape.TITLE && !token.sentence()) {
      return "<CAP>";
    }
    return word.endsWith("ing")
        ? "-ing"
        : word.endsWith("ed")
            ? "-ed"
            : word.endsWith("ly") ? "-ly" : word.endsWith("s") ? "-s" : "w";
  }

  private String placeholder(Token[] tokens, int i, List<Unit> before, byte person) {
    Token token = tokens[i];
    return switch (token.kind()) {
      case HANDLE -> "<HANDLE>";
      case URL, EMAIL, PHONE -> "<" + token.kind() + ">";
      case POSTCODE -> "<POSTCODE>";
      case NUMBER -> number(token.word());
      case WORD, HASHTAG -> word(tokens, i, before, person);
      case PUNCTUATION, EMOJI -> "";
    };
  }

  private static String number(String word) {
    if (word.indexOf(':') > 0 || word.length() == 4 && word.indexOf('.') == 1) {
      return "<TIME>";
    }
    if (word.length() == 4 && (word.startsWith("19") || word.startsWith("20"))) {
      return "<DATE>";
    }
    if (word.length() <= 2) {
      int value = Integer.parseInt(word.replaceAll("\\D", "0"));
      return value >= 3 && value <= 18 ? "<N18>" : "<NUM>";
    }
    return "<NUM>";
  }

  private String word(Token[] tokens, int i, List<Unit> before, byte person) {
    Token token = tokens[i];
    if (token.shape() == Shape.LETTERS_AND_DIGITS && token.classes().length == 0) {
      return form(token.word());
    }
    String last = before.isEmpty() ? "" : before.get(before.size() - 1).name();
    boolean capital = token.shape() == Shape.TITLE || token.shape() == Shape.MIXED;
    if (i > 0 && SchoolView.isTitle(tokens[i - 1].word()) && (capital || isName(token))) {
      return "<MRX>";
    }
    if (i > 1
        && tokens[i - 1].word().equals(".")
        && SchoolView.isTitle(tokens[i - 2].word())
        && capital) {
      return "<MRX>";
    }
    if (person != NameTagger.OUTSIDE && !SchoolView.isTitle(token.word())) {
      return person == NameTagger.BEGIN ? "<FN>" : "<SN>";
    }
    if (isForename(token)) {
      return last.equals("<FN>") ? "<SN>" : "<FN>";
    }
    boolean follows = last.equals("<FN>") || last.equals("<SN>");
    if (follows && (capital || token.shape() == Shape.INITIAL) && token.main() < 0) {
      return "<SN>";
    }
    return capital && !token.sentence() && token.main() < 0 && gazetteer.isSurname(token.word())
        ? "<SN>"
        : "";
  }

  private boolean isName(Token token) {
    return gazetteer.isForename(token.word()) || gazetteer.isSurname(token.word());
  }

  private boolean isForename(Token token) {
    if (!gazetteer.isForename(token.word())) {
      return false;
    }
    boolean word = gazetteer.isWord(token.word()) || token.classes().length > 0;
    return switch (token.shape()) {
      case TITLE, MIXED, UPPER -> !(word && token.sentence());
      case LOWER -> !word;
      default -> false;
    };
  }

  private static String form(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    if (digits > 0 && digits <= 2 && word.length() - digits <= 4) {
      return UNITS_OF_MEASURE.contains(word.substring(digits)) ? "<NUM>" : "<FORM>";
    }
    return "";
  }
}
