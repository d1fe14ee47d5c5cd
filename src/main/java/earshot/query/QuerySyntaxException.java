package earshot.query;

/** A query that cannot be understood: what is wrong, and at which character. */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int position;

  QuerySyntaxException(String fact, int position) {
    super(fact);
    this.position = position;
  }

  /** The character at fault, counted from 0. */
  public int position() {
    return position;
  }

  /** Two lines that show the query and point at the character. */
  public String pointer(String query) {
    String line = query.replaceAll("\\p{Cntrl}", " ");
    return line + "\n" + " ".repeat(Math.min(position, line.length())) + "^";
  }
}
