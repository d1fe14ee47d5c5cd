package earshot.listen;

import earshot.source.Fingerprint;
import earshot.source.Item;
import earshot.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The posts of a source that could not be judged or kept: each is tried at three polls, then left
 * out.
 *
 * @param polls how many there were, by a hash of the post's id
 */
record Tries(Map<String, Integer> polls) {
  private static final int MOST = 3;

  Tries {
    polls = Map.copyOf(polls);
  }

  boolean isGivenUp(Item item) {
    return count(item) >= MOST;
  }

  /** Whether a post waits for another poll. */
  boolean goOn() {
    return polls.values().stream().anyMatch(count -> count < MOST);
  }

  /** After one more poll, in which these failed or had been given up before. */
  Tries after(List<Item> failed) {
    Map<String, Integer> after = new HashMap<>();
    failed.forEach(item -> after.put(post(item), Math.min(MOST, count(item) + 1)));
    return new Tries(after);
  }

  /** What the sources page says of these. */
  List<String> notes(Source source, List<Item> failed) {
    Map<String, Integer> waiting = new TreeMap<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    for (Item item : failed) {
      Map<String, Integer> counts = isGivenUp(item) ? leftOut : waiting;
      counts.merge(Unquoted.place(source, item), 1, Integer::sum);
    }
    List<String> notes = new ArrayList<>();
    leftOut.forEach(
        (place, count) ->
            notes.add(
                posts(count, place)
                    + (" could not be judged or kept in " + MOST + " polls and ")
                    + (count == 1 ? "is left out." : "are left out.")));
    waiting.forEach(
        (place, count) ->
            notes.add(
                posts(count, place)
                    + " could not be judged or kept; "
                    + (count == 1 ? "it is" : "they are")
                    + " tried again at the next poll."));
    return notes;
  }

  private static String posts(int count, String place) {
    return count + (count == 1 ? " post of " : " posts of ") + place;
  }

  private int count(Item item) {
    return polls.isEmpty() ? 0 : polls.getOrDefault(post(item), 0);
  }

  private static String post(Item item) {
    return Fingerprint.of(item.nativeId(), 12);
  }
}
