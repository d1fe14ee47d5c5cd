package earshot.source.feed.markup;

import java.util.Set;

/**
 * Writes text as a reader of markup would see it: blanks collapsed, blocks on lines of their own.
 */
public final class PlainText {
  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "br",
          "caption",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "option",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "tr",
          "ul");
  private static final Set<String> CELLS = Set.of("td", "th");

  private final StringBuilder out = new StringBuilder();
  private boolean blank;
  private boolean line;

  /** Text as it stands in the markup. */
  public void text(String text) {
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f') {
        blank = true;
      } else {
        write(letter);
      }
      at++;
    }
  }

  private void write(char letter) {
    if (line && !out.isEmpty()) {
      out.append('\n');
    } else if (blank && !out.isEmpty()) {
      out.append(' ');
    }
    line = false;
    blank = false;
    out.append(letter);
  }

  /** A tag, opening or closing. */
  public void tag(String name) {
    if (BLOCKS.contains(name)) {
      line = true;
    } else if (CELLS.contains(name)) {
      blank = true;
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
