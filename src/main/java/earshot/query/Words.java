package earshot.query;

/**
 * Walks over a text from word to word. A word is letters, digits and marks, apostrophes and
 * invisible characters inside it; a change from small to capital letter ends a word within a
 * hashtag or handle.
 */
final class Words {
  private final String text;
  private int start;
  private int end;
  private boolean glued;
  private boolean tagged;

  Words(String text) {
    this.text = text;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean glued() {
    return glued;
  }

  /** Moves to the next word; false at the end of the text. */
  boolean next() {
    int from = end;
    int at = from;
    boolean onlyPictures = from > 0;
    boolean tagEnds = true;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isWord(c)) {
        break;
      }
      boolean picture = isPicture(c) || Fold.isInvisible(c);
      onlyPictures &= picture;
      tagEnds &= c != '_';
      tagged = c == '#' || c == '@' || (tagged && (c == '_' || picture));
      at += Character.charCount(c);
    }
    if (at >= text.length()) {
      return false;
    }
    // within a tag a capital starts a word with nothing between; elsewhere only a picture may stand
    // there
    glued = from > 0 && (onlyPictures || (tagged && !tagEnds));
    start = at;
    end = endOfWord(at);
    return true;
  }

  private int endOfWord(int from) {
    int at = from;
    int last = from;
    int previous = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int after = at + Character.charCount(c);
      if (isWord(c)) {
        if (tagged && Character.isUpperCase(c) && Character.isLowerCase(previous)) {
          break;
        }
        last = after;
        previous = c;
      } else if (!(Fold.isApostrophe(c) && startsWord(after)) && !Fold.isInvisible(c)) {
        break;
      }
      at = after;
    }
    return last;
  }

  private boolean startsWord(int at) {
    return at < text.length() && isWord(text.codePointAt(at));
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK && !Fold.isInvisible(c)
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isPicture(int c) {
    return Character.isEmoji(c) && c > 0xFF
        || Character.isEmojiModifier(c)
        || Character.getType(c) == Character.OTHER_SYMBOL;
  }
}
