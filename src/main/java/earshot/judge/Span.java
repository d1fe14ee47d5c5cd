package earshot.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some words of the judged text: {@code text.substring(start, end)}, offsets in UTF-16 units. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such words: " + start + " to " + end);
    }
  }

  /** Whether it shares a letter with the words from one offset to another. */
  public boolean meets(int from, int to) {
    return from < end && start < to;
  }

  /** What of some spans stands from one offset to another, counted from the first. */
  public static List<Span> within(List<Span> spans, int from, int to) {
    return spans.stream()
        .filter(span -> span.meets(from, to))
        .map(span -> new Span(Math.max(span.start, from) - from, Math.min(span.end, to) - from))
        .toList();
  }

  /** Both in the order of the text; spans that touch become one. */
  public static List<Span> joined(List<Span> one, List<Span> other) {
    List<Span> all = new ArrayList<>(one);
    all.addAll(other);
    return joined(all);
  }

  /** In the order of the text; spans that touch become one. */
  public static List<Span> joined(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && span.start() <= last.end()) {
        joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
