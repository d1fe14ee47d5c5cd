package earshot.source.feed;

import earshot.source.Item;
import java.util.List;

/** What a document turned out to be. */
public sealed interface ParsedFeed {

  /**
   * A feed, whole or in part.
   *
   * @param items in the feed's own order; links absolute where the feed's address was known
   * @param notes what was wrong with which item and did not stop the reading, as sentences
   */
  record Feed(List<Item> items, List<String> notes) implements ParsedFeed {
    public Feed {
      items = List.copyOf(items);
      notes = List.copyOf(notes);
    }
  }

  /** Something else; {@code why} is a sentence that says what, and what to do. */
  record NotAFeed(String why) implements ParsedFeed {}
}
