package earshot.judge.text;

/** How a word is written. */
public enum Shape {
  LOWER,
  TITLE,
  UPPER,
  MIXED,
  INITIAL,
  DIGITS,
  LETTERS_AND_DIGITS,
  SIGN;

  static Shape of(Folded text, int start, int end) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isLetter(c)) {
        lower++;
      } else if (Character.isDigit(c)) {
        digits++;
      }
    }
    if (digits > 0) {
      return upper + lower > 0 ? LETTERS_AND_DIGITS : DIGITS;
    }
    if (upper + lower == 0) {
      return SIGN;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (upper == 1 && lower == 0) {
      return INITIAL;
    }
    if (lower == 0) {
      return UPPER;
    }
    return Character.isUpperCase(text.at(start)) && upper <= 2 ? TITLE : MIXED;
  }
}
