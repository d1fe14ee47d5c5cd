package earshot.web.words;

/** A piece of a text as it is shown. */
public record Segment(String text, Kind kind) {
  /** How a piece is shown. */
  public enum Kind {
    PLAIN,
    /** It decided, or it matched. */
    MARKED,
    /** A child's words, hidden; the text is what stands in their place. */
    HIDDEN,
    /** An edit brought it. */
    ADDED,
    /** An edit took it away. */
    REMOVED
  }

  public boolean marked() {
    return kind == Kind.MARKED;
  }

  public boolean hidden() {
    return kind == Kind.HIDDEN;
  }

  public boolean added() {
    return kind == Kind.ADDED;
  }

  public boolean removed() {
    return kind == Kind.REMOVED;
  }

  public boolean plain() {
    return kind == Kind.PLAIN;
  }
}
