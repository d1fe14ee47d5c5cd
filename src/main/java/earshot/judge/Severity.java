package earshot.judge;

import java.util.Locale;

/** How bad it is (labels.md §4), mildest first. */
public enum Severity {
  NONE,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
