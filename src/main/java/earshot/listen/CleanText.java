package earshot.listen;

import earshot.source.Item;

/**
 * Makes any text one that a database, an index and a mail can carry: valid Unicode without
 * controls.
 */
final class CleanText {
  /** Longer than any post or article; the rest is cut and said to be. */
  private static final int LONGEST = 1_000_000;

  private CleanText() {}

  static Item of(Item item) {
    boolean cut = item.text().length() > LONGEST;
    return new Item(
        of(item.nativeId()),
        item.url(),
        of(item.title()),
        of(item.author()),
        of(item.context()),
        of(cut ? item.text().substring(0, LONGEST) : item.text()),
        item.language(),
        item.published(),
        item.updated(),
        item.truncated() || cut);
  }

  private static String of(String text) {
    if (text.chars()
        .noneMatch(c -> c < ' ' || (c >= 0x7F && c <= 0x9F) || Character.isSurrogate((char) c))) {
      return text.strip();
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(c, clean));
    return clean.toString().strip();
  }

  private static void append(int c, StringBuilder clean) {
    if (c == '\n' || c == '\t') {
      clean.append((char) c);
    } else if (c >= 0xD800 && c <= 0xDFFF) {
      clean.append('\uFFFD'); // half of a pair: no encoding has it
    } else if (!Character.isISOControl(c)) {
      clean.appendCodePoint(c);
    }
  }
}
