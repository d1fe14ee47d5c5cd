package earshot.school;

import java.util.Locale;

/** Who sees what: the table of docs/guide.md, "Who sees what". */
public enum Role {
  HEADTEACHER,
  SAFEGUARDING_LEAD,
  LEADERSHIP,
  COMMUNICATIONS,
  ADMINISTRATOR,
  GOVERNOR,
  VIEWER;

  /**
   * The word that stands in configuration files and addresses, such as {@code safeguarding-lead}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
