package earshot.index;

import earshot.judge.Finding;
import earshot.judge.Mask;
import earshot.judge.Span;
import earshot.query.Evaluator;
import earshot.query.Query;
import earshot.query.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts the words around the best match out of a finding, pupils' words hidden, matches marked. */
final class Excerpts {
  private static final int AROUND = 150;

  private Excerpts() {}

  /** An excerpt and the marks in it. */
  record Excerpt(String text, List<Span> marks) {}

  static Excerpt of(Finding finding, Query query, boolean pupilWords) {
    String text = finding.searched();
    List<Span> hidden = pupilWords ? List.of() : finding.judgement().pupil();
    List<Span> marks = marks(finding, query, hidden);
    int best = marks.isEmpty() ? 0 : marks.getFirst().start();
    int from = wordStart(text, best - AROUND);
    int to = wordEnd(text, best + AROUND);
    StringBuilder cut = new StringBuilder(from > 0 ? "… " : "");
    List<Span> shown = new ArrayList<>();
    int at = from;
    for (Piece piece : pieces(marks, hidden)) {
      if (piece.span.end() <= at || piece.span.start() >= to) {
        continue;
      }
      int start = Math.max(at, piece.span.start());
      int end = Math.min(to, piece.span.end());
      cut.append(text, at, start);
      String words = text.substring(start, end);
      int begin = cut.length();
      cut.append(piece.hidden ? Mask.hide(words, List.of(new Span(0, words.length()))) : words);
      if (!piece.hidden) {
        shown.add(new Span(begin, cut.length()));
      }
      at = end;
    }
    cut.append(text, at, Math.max(at, to)).append(to < text.length() ? " …" : "");
    return new Excerpt(cut.toString(), shown);
  }

  private record Piece(Span span, boolean hidden) {}

  private static List<Piece> pieces(List<Span> marks, List<Span> hidden) {
    List<Piece> pieces = new ArrayList<>();
    marks.forEach(span -> pieces.add(new Piece(span, false)));
    hidden.forEach(span -> pieces.add(new Piece(span, true)));
    pieces.sort(Comparator.comparingInt(piece -> piece.span.start()));
    return pieces;
  }

  private static List<Span> marks(Finding finding, Query query, List<Span> hidden) {
    Tokens tokens = Tokens.of(finding.searched());
    List<Evaluator.Run> runs = new Evaluator(tokens, new FindingFacts(finding)).find(query);
    List<Span> marks = new ArrayList<>();
    int end = 0;
    for (Evaluator.Run run : runs == null ? List.<Evaluator.Run>of() : runs) {
      Span mark = new Span(tokens.get(run.first()).start(), tokens.get(run.last()).end());
      boolean open = hidden.stream().noneMatch(span -> span.meets(mark.start(), mark.end()));
      if (open && mark.start() >= end) {
        marks.add(mark);
        end = mark.end();
      }
    }
    return marks;
  }

  private static int wordStart(String text, int at) {
    int start = Math.max(0, at);
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && at - start < 30) {
      start--;
    }
    return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
  }

  private static int wordEnd(String text, int at) {
    int end = Math.min(text.length(), Math.max(0, at));
    while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && end - at < 30) {
      end++;
    }
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
  }
}
