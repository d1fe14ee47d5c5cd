package earshot.judge;

import java.util.Locale;

/** What a mention is (labels.md §3); the clause is that of config/policy.yaml. */
public enum Label {
  DISPARAGING("C1"),
  ALLEGATION("C2"),
  IDENTIFIES_PUPIL("C3"),
  HARASSMENT("C4"),
  DISCRIMINATORY("C5"),
  OFFENSIVE("C6"),
  CONFIDENTIAL("C7"),
  IMPERSONATION("C8"),
  CHILD_CONTACT("C9"),
  NEEDS_REPLY("C10"),
  COMPLAINT("C11"),
  PRESS("C12"),
  PRAISE("C13"),
  BRAND("C14");

  private final String clause;
  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  Label(String clause) {
    this.clause = clause;
  }

  public String clause() {
    return clause;
  }

  /** The word of labels.md, such as {@code identifies-pupil}. */
  public String word() {
    return word;
  }

  public static Label of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
