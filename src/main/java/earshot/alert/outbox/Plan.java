package earshot.alert.outbox;

import java.util.List;

/**
 * What a mail will say: our own sentences, and the keys of the findings that stand between them. No
 * scraped word is in it, so nothing in the outbox outlives an erasure.
 *
 * @param heading one line above all
 * @param opening sentences before the findings
 * @param sections the findings, in the order in which they are read
 * @param closing sentences after the findings
 */
public record Plan(
    String heading, List<String> opening, List<Section> sections, List<String> closing) {
  public Plan {
    opening = List.copyOf(opening);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
  }

  /**
   * Some findings under one heading.
   *
   * @param brief one line each instead of the whole
   * @param more findings that belong here and are only counted
   */
  public record Section(String heading, boolean brief, List<Key> keys, int more) {
    public Section {
      keys = List.copyOf(keys);
    }
  }

  /**
   * One finding.
   *
   * @param elsewhere other places that tell the same story
   * @param edited whether it is told because it says something else now
   */
  public record Key(long mention, int elsewhere, boolean edited) {}
}
