package earshot.judge;

/** Some words of the judged text: {@code text.substring(start, end)}, offsets in UTF-16 units. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such words: " + start + " to " + end);
    }
  }
}
