package earshot.web.words;

import earshot.judge.Mask;
import earshot.judge.Span;
import earshot.web.words.Segment.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text where marks and masks begin and end. */
public final class Segments {
  private Segments() {}

  /**
   * The pieces of {@code text} from {@code start} to {@code end}.
   *
   * @param marked words to mark, offsets in the whole text
   * @param hidden words to hide, offsets in the whole text; hiding wins over marking
   */
  public static List<Segment> of(String text, Span window, List<Span> marked, List<Span> hidden) {
    Kind[] kinds = new Kind[window.end() - window.start()];
    java.util.Arrays.fill(kinds, Kind.PLAIN);
    paint(kinds, window, marked, Kind.MARKED);
    paint(kinds, window, hidden, Kind.HIDDEN);
    List<Segment> segments = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= kinds.length; at++) {
      if (at == kinds.length || kinds[at] != kinds[from]) {
        String piece = text.substring(window.start() + from, window.start() + at);
        segments.add(segment(piece, kinds[from]));
        from = at;
      }
    }
    return kinds.length == 0 ? List.of() : List.copyOf(segments);
  }

  /** The pieces of a whole text. */
  public static List<Segment> of(String text, List<Span> marked, List<Span> hidden) {
    return of(text, new Span(0, text.length()), marked, hidden);
  }

  private static Segment segment(String piece, Kind kind) {
    String shown =
        kind == Kind.HIDDEN ? Mask.hide(piece, List.of(new Span(0, piece.length()))) : piece;
    return new Segment(Visible.of(shown), kind);
  }

  private static void paint(Kind[] kinds, Span window, List<Span> spans, Kind kind) {
    for (Span span : spans) {
      int end = Math.min(span.end(), window.end());
      for (int at = Math.max(span.start(), window.start()); at < end; at++) {
        kinds[at - window.start()] = kind;
      }
    }
  }
}
