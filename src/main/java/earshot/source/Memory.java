package earshot.source;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a source's reader remembers from one poll to the next: validators, cursors, what it has seen
 * of each page. Only its own reader understands the entries.
 */
public record Memory(Map<String, String> entries) {
  public static final Memory EMPTY = new Memory(Map.of());

  public Memory {
    entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
  }
}
