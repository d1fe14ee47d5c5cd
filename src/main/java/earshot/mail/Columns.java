package earshot.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks plain text into lines of at most 78 columns (RFC 5322 §2.1.1); a link of ours stays whole.
 */
final class Columns {
  static final int WIDEST = 78;

  private Columns() {}

  /** Also leaves no more than one empty line in a row. */
  static String wrap(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\\R", -1)) {
      boolean empty = line.isBlank();
      if (!(empty && (lines.isEmpty() || lines.getLast().isEmpty()))) {
        wrap(empty ? "" : line.stripTrailing(), lines);
      }
    }
    return String.join("\n", lines).stripTrailing() + "\n";
  }

  private static void wrap(String line, List<String> lines) {
    String rest = line;
    String indent = indent(line);
    while (rest.length() > WIDEST && !rest.strip().matches("https?://\\S+")) {
      int space = rest.lastIndexOf(' ', WIDEST);
      int at = space > indent.length() ? space : whole(rest);
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + rest.substring(at).stripLeading();
    }
    lines.add(rest);
  }

  private static int whole(String text) {
    return Character.isLowSurrogate(text.charAt(WIDEST)) ? WIDEST - 1 : WIDEST;
  }

  /** A quotation stays marked as one; a point's further lines stand below its words. */
  private static String indent(String line) {
    if (line.startsWith("> ")) {
      return "> ";
    }
    return line.startsWith("- ") || line.startsWith("  ") ? "  " : "";
  }
}
