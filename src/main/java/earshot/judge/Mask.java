package earshot.judge;

import java.util.List;

/** Hides the words that identify a child: {@code *T███}. */
public final class Mask {
  private static final String HIDDEN = "███";

  private Mask() {}

  /** The text with each span's words hidden but for the first letter of each span. */
  public static String hide(String text, List<Span> spans) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (Span span :
        spans.stream().sorted((a, b) -> Integer.compare(a.start(), b.start())).toList()) {
      int start = Math.max(from, Math.min(span.start(), text.length()));
      int end = Math.min(span.end(), text.length());
      if (end <= start) {
        continue;
      }
      masked.append(text, from, start).append(hidden(text, start));
      from = end;
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static String hidden(String text, int start) {
    int first = text.codePointAt(start);
    return "*" + (Character.isLetter(first) ? Character.toString(first) : "") + HIDDEN;
  }
}
