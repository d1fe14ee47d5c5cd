package earshot.judge.view;

import earshot.judge.text.Kind;
import earshot.judge.text.Shape;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a school's notes: its classes, suppliers, parents' body, trust, paper, namesakes. */
final class Notes {
  private static final Set<String> SMALL =
      Set.of(
          "the", "a", "an", "of", "in", "and", "or", "is", "are", "its", "it", "some", "as", "by",
          "with", "at", "to", "on", "for", "from", "also", "used", "named", "after", "like", "such",
          "so", "this", "that", "called", "other", "another", "which", "whose", "has", "have",
          "not", "no", "st", "saint", "school", "primary", "academy", "high", "college", "name",
          "house", "county", "both", "same");

  /** What the names after a word are. */
  private static final Map<String, Mark> CUES =
      byWord(
          Map.of(
              Mark.NAMESAKE, "namesakes namesake homonyms homonym confused",
              Mark.CLASS,
                  "class classes form forms house houses tutor groups room rooms nursery base"
                      + " years",
              Mark.SUPPLIER,
                  "caterer catering coach coaches bus buses minibus minibuses taxi taxis uniform"
                      + " blazers outfitter transport lunches club supplier roofer cafe",
              Mark.PARENTS, "pta hsa ptfa parents friends parent association",
              Mark.TRUST, "trust part",
              Mark.STAFF, "executive",
              Mark.PAPER, "paper",
              Mark.RIVAL, "rival",
              Mark.COUNCIL, "council"));

  private final Tokeniser tokeniser;
  private final Names names;
  private @Nullable Mark now;
  private boolean namesakes;

  Notes(Tokeniser tokeniser, Names names) {
    this.tokeniser = tokeniser;
    this.names = names;
  }

  private static Map<String, Mark> byWord(Map<Mark, String> words) {
    Map<String, Mark> byWord = new HashMap<>();
    words.forEach((mark, all) -> Stream.of(all.split(" ")).forEach(word -> byWord.put(word, mark)));
    return Map.copyOf(byWord);
  }

  void read(String notes) {
    Token[] tokens = tokeniser.read(notes);
    int i = 0;
    while (i < tokens.length) {
      Token token = tokens[i];
      if (token.kind() == Kind.PUNCTUATION) {
        if (token.word().startsWith(".") || token.word().equals(";") && !namesakes) {
          now = null;
          namesakes = false;
        }
        i++;
        continue;
      }
      Mark cue = cue(token.word());
      if (cue != null) {
        now = cue;
        namesakes = cue == Mark.NAMESAKE;
      }
      i = namesakes ? namesake(tokens, i, cue != null) : ours(tokens, i, cue != null);
    }
  }

  private @Nullable Mark cue(String word) {
    return namesakes ? null : CUES.get(word);
  }

  private int ours(Token[] tokens, int start, boolean atCue) {
    int end = capitals(tokens, start);
    Mark mark = now;
    if (mark == null || end <= start) {
      return Math.max(end, start + 1);
    }
    // "Caterer Dishwell" names Dishwell; "Friends of Larkmere" is a name as it stands
    add(tokens, atCue ? start + 1 : start, end, mark);
    if (atCue && end > start + 1) {
      add(tokens, start, end, mark);
    }
    return end;
  }

  private void add(Token[] tokens, int start, int end, Mark mark) {
    StringBuilder key = new StringBuilder();
    for (int i = start; i < end; i++) {
      key.append(SchoolNames.squash(tokens[i]));
      if (mark == Mark.CLASS && end - start > 1) {
        names.add(SchoolNames.squash(tokens[i]), Mark.CLASS);
      }
    }
    names.add(key.toString(), mark);
  }

  private int namesake(Token[] tokens, int start, boolean atCue) {
    int end = capitals(tokens, start);
    if (!atCue && end > start) {
      StringBuilder key = new StringBuilder();
      for (int i = start; i < end; i++) {
        key.append(SchoolNames.squash(tokens[i]));
      }
      if (!names.has(key.toString())) {
        names.add(key.toString(), Mark.NAMESAKE);
      }
    }
    for (int i = start; i < Math.max(end, start + 1); i++) {
      String word = tokens[i].word();
      if (!atCue && word.length() > 2 && !SMALL.contains(word) && !names.has(word)) {
        names.add(word, Mark.NAMESAKE_WORD);
      }
    }
    return Math.max(end, start + 1);
  }

  /** Where the words written with capitals that start here end; small words may stand between. */
  private static int capitals(Token[] tokens, int start) {
    int end = start;
    int i = start;
    while (i < tokens.length && tokens[i].kind() == Kind.WORD) {
      Shape shape = tokens[i].shape();
      boolean capital =
          shape == Shape.TITLE
              || shape == Shape.UPPER
              || shape == Shape.MIXED
              || shape == Shape.INITIAL
              || shape == Shape.LETTERS_AND_DIGITS;
      boolean joins =
          i > start
              && (tokens[i].word().equals("of")
                  || tokens[i].word().equals("'s")
                  || tokens[i].word().equals("the")
                  || tokens[i].word().equals("and"));
      if (!capital && !joins) {
        break;
      }
      i++;
      if (capital || tokens[i - 1].word().equals("'s")) {
        end = i;
      }
    }
    return end;
  }
}
