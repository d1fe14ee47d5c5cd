package earshot.judge;

import java.util.Locale;

/** Whom a label is about (labels.md §2). */
public enum Target {
  SCHOOL,
  STAFF,
  PUPIL,
  PARENT,
  SUPPLIER,
  STAKEHOLDER;

  private final String word = name().toLowerCase(Locale.ROOT);

  public String word() {
    return word;
  }

  public static Target of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
