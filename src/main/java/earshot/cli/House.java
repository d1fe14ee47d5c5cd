package earshot.cli;

/**
 * The table of contents: every part of the program, built in the order in which a mention flows.
 */
final class House {
  static final String DATABASE = "earshot.db";
  static final String LUCENE = "lucene";

  private House() {}
}
