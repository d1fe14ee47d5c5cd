package earshot.judge.view;

/** What some words are to the school that a post is judged for. */
public enum Mark {
  NONE,
  SCHOOL,
  SCHOOL_SHORT,
  PLACE,
  HEAD,
  STAFF,
  STAFF_NAME,
  CLASS,
  SUPPLIER,
  PARENTS,
  TRUST,
  PAPER,
  RIVAL,
  COUNCIL,
  NAMESAKE,
  NAMESAKE_WORD,
  OTHER_SCHOOL;

  private final String placeholder = "<" + name() + ">";

  /** The word that stands for it where a school's own names must not be learnt. */
  public String placeholder() {
    return placeholder;
  }
}
