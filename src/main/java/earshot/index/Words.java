package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Span;
import earshot.query.Tokens;
import earshot.query.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A finding's words as Lucene takes them: each spelling of a word at the word's position. */
final class Words extends TokenStream {
  private record Entry(String term, int position, Token token) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final List<Entry> entries;
  private int at;
  private int position;

  private Words(List<Entry> entries) {
    this.entries = entries;
  }

  /** The folded words: with and without possessive, and glued words also as one. */
  static Words folded(Tokens tokens, Predicate<Token> shown) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!shown.test(token)) {
        continue;
      }
      entries.add(new Entry(token.folded(), i, token));
      String bare = token.bare();
      if (bare != null) {
        entries.add(new Entry(bare, i, token));
      }
      int glued = tokens.gluedTo(i);
      for (int last = i + 1; last <= glued && shown.test(tokens.get(last)); last++) {
        entries.add(new Entry(tokens.joined(i, last), i, token));
      }
    }
    return new Words(entries);
  }

  /** The words as written. */
  static Words exact(Tokens tokens, Predicate<Token> shown) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (shown.test(tokens.get(i))) {
        entries.add(new Entry(tokens.get(i).exact(), i, tokens.get(i)));
      }
    }
    return new Words(entries);
  }

  /** Whether a word is none of those that identify a child. */
  static Predicate<Token> noPupilWords(Finding finding) {
    List<Span> hidden = finding.judgement().pupil();
    return token -> hidden.stream().noneMatch(span -> span.meets(token.start(), token.end()));
  }

  @Override
  public boolean incrementToken() {
    if (at >= entries.size()) {
      return false;
    }
    clearAttributes();
    Entry entry = entries.get(at++);
    term.append(entry.term());
    step.setPositionIncrement(entry.position() - position);
    offset.setOffset(entry.token().start(), entry.token().end());
    position = entry.position();
    return true;
  }

  @Override
  public void reset() {
    at = 0;
    position = -1;
  }
}
