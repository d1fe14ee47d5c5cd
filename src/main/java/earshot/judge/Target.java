package earshot.judge;

import java.util.Locale;

/** Whom a label is about (labels.md §2). */
public enum Target {
  SCHOOL("the school"),
  STAFF("staff"),
  PUPIL("pupils"),
  PARENT("parents"),
  SUPPLIER("a supplier"),
  STAKEHOLDER("a partner or neighbour");

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String spoken;

  Target(String spoken) {
    this.spoken = spoken;
  }

  public String word() {
    return word;
  }

  /** As it stands in a sentence: "It praises the school". */
  String spoken() {
    return spoken;
  }

  public static Target of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
