package earshot.alert.letter;

import java.util.List;

/**
 * What a mail says, before it is HTML or text. Every string is one line of plain text, masked and
 * inert; a renderer has only to escape it.
 *
 * @param tone how grave it is as a whole
 * @param heading one line above all
 * @param closing sentences after the findings
 * @param footer why the reader gets it
 */
public record Letter(
    Tone tone,
    String heading,
    List<String> opening,
    List<Section> sections,
    List<String> closing,
    String footer) {
  public Letter {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
  }

  /** How grave something is, for the colour beside the words that say it. */
  public enum Tone {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    NONE
  }

  /**
   * Some findings.
   *
   * @param heading "" for none
   * @param brief one line each
   * @param more what is not listed, as a sentence; "" when all is
   */
  public record Section(String heading, boolean brief, List<Entry> entries, String more) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One finding.
   *
   * @param severity how bad it is, in words
   * @param what what it is: one line a label, with the clause of the policy that it touches
   * @param where the source and the moment
   * @param title "" for none
   * @param excerpt what was said, shortened; or why it is not shown
   * @param why why it was judged so
   * @param also an edit, or other places; "" for neither
   * @param path our own page about it, from the first slash on
   */
  public record Entry(
      Tone tone,
      String severity,
      List<String> what,
      String where,
      String title,
      String excerpt,
      List<String> why,
      String also,
      String path) {
    public Entry {
      what = List.copyOf(what);
      why = List.copyOf(why);
    }
  }
}
