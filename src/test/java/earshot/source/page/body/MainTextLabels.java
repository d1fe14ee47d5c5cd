package earshot.source.page.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which blocks of a page are its main text, as read and decided by hand: hashes only, no row of the
 * set itself.
 */
public final class MainTextLabels {
  /** By page id: the blocks that belong, and those that may or may not. */
  public record Labels(Set<String> belongs, Set<String> open) {}

  private MainTextLabels() {}

  public static Map<String, Labels> read() throws IOException {
    Map<String, Labels> pages = new HashMap<>();
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                MainTextLabels.class.getResourceAsStream("main-text.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          String[] part = line.split("\t", -1);
          pages.put(part[0], new Labels(set(part[1]), set(part[2])));
        }
      }
    }
    return pages;
  }

  private static Set<String> set(String list) {
    return list.isEmpty() ? Set.of() : Set.copyOf(List.of(list.split(",")));
  }

  /** A name for each block: the hash of its text, and which of those that share it this one is. */
  public static String[] names(List<Block> blocks) {
    Map<String, Integer> seen = new HashMap<>();
    String[] names = new String[blocks.size()];
    for (Block block : blocks) {
      String hash = Integer.toHexString(Layout.key(block.text()).hashCode());
      int before = seen.merge(hash, 1, Integer::sum) - 1;
      names[block.index()] = before == 0 ? hash : hash + "." + before;
    }
    return names;
  }
}
