package earshot.school;

import java.util.Locale;

/** Who sees what (policy.md, "Who does what"). */
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
