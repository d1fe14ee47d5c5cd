package earshot.source.page;

import earshot.source.Memory;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages of a site: those read, with what is kept of each, and those still to be read. */
final class Frontier {
  private static final int MOST_READ = 20_000;
  private static final int MOST_WAITING = 20_000;

  /** Of every four pages one is a second visit while there are pages never read. */
  private static final int REVISITS = 4;

  /**
   * A page that was found and not yet read.
   *
   * @param depth link steps from a start page
   * @param modified what a sitemap says of it, else when it turned up as news, else the epoch
   * @param order of discovery
   */
  record Waiting(URI address, int depth, Instant modified, long order) {}

  final Map<String, PageState> read = new HashMap<>();
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, String> others = new TreeMap<>();
  final Traps traps;
  private long order;
  private int left;

  Frontier(Memory memory, Instant now) {
    traps = new Traps(now);
    memory
        .entries()
        .forEach(
            (key, value) -> {
              int colon = key.indexOf(':');
              String name = key.substring(colon + 1);
              switch (key.substring(0, Math.max(0, colon))) {
                case "page" -> read.put(name, PageState.decode(value));
                case "todo" -> restore(name, value);
                case "trap" -> traps.decode(name, value);
                default -> others.put(key, value);
              }
            });
  }

  private void restore(String address, String value) {
    String[] part = value.split(" ");
    URI target = PageLinks.address(address);
    if (part.length == 3 && target != null && value.matches("\\d \\d{1,12} \\d{1,12}")) {
      long number = Long.parseLong(part[2]);
      order = Math.max(order, number + 1);
      Instant modified = Instant.ofEpochSecond(Long.parseLong(part[1]));
      waiting.put(address, new Waiting(target, Integer.parseInt(part[0]), modified, number));
    }
  }

  /** Notes a page; one that was read and has changed since is due at once. */
  void found(URI address, int depth, @Nullable Instant modified) {
    String key = address.toString();
    PageState known = read.get(key);
    if (known != null) {
      if (modified != null
          && known.failed() == 0
          && modified.isAfter(known.read())
          && known.read().isAfter(Instant.EPOCH)) {
        read.put(key, known.dueNow());
      }
      return;
    }
    Waiting before = waiting.get(key);
    if (before == null && (waiting.size() >= MOST_WAITING || traps.trapped(address))) {
      left++;
      return;
    }
    Instant when = modified == null ? Instant.EPOCH : modified;
    if (before == null || when.isAfter(before.modified()) || depth < before.depth()) {
      long number = before == null ? order++ : before.order();
      int nearest = before == null ? depth : Math.min(depth, before.depth());
      waiting.put(key, new Waiting(address, nearest, when, number));
    }
  }

  /** The next pages to read, at most {@code budget}: news first, some second visits among them. */
  List<Waiting> next(int budget, Instant now) {
    List<Waiting> fresh = new ArrayList<>(waiting.values());
    fresh.removeIf(page -> traps.trapped(page.address()));
    fresh.sort(
        Comparator.comparing(Waiting::modified)
            .reversed()
            .thenComparingInt(Waiting::depth)
            .thenComparingLong(Waiting::order));
    List<Waiting> again = due(now);
    int second = Math.min(again.size(), Math.max(budget / REVISITS, budget - fresh.size()));
    int first = Math.min(fresh.size(), budget - second);
    List<Waiting> next = new ArrayList<>(fresh.subList(0, first));
    next.addAll(again.subList(0, second));
    return next;
  }

  private List<Waiting> due(Instant now) {
    List<Map.Entry<String, PageState>> due = new ArrayList<>();
    for (var page : read.entrySet()) {
      if (!page.getValue().due().isAfter(now)) {
        due.add(page);
      }
    }
    due.sort(Comparator.comparing(page -> page.getValue().due()));
    List<Waiting> again = new ArrayList<>();
    for (var page : due) {
      URI address = PageLinks.address(page.getKey());
      if (address != null) {
        again.add(new Waiting(address, page.getValue().depth(), Instant.EPOCH, 0));
      }
    }
    return again;
  }

  void keep(URI address, PageState state) {
    waiting.remove(address.toString());
    read.put(address.toString(), state);
  }

  boolean known(URI address) {
    return read.containsKey(address.toString()) || waiting.containsKey(address.toString());
  }

  PageState state(URI address) {
    return read.getOrDefault(address.toString(), PageState.NEVER);
  }

  int backlog() {
    return (int) waiting.values().stream().filter(page -> !traps.trapped(page.address())).count();
  }

  /** How many addresses were not even noted. */
  int leftOut() {
    return left;
  }

  @Nullable String other(String key) {
    return others.get(key);
  }

  void other(String key, String value) {
    others.put(key, value);
  }

  Memory memory() {
    Map<String, String> entries = new TreeMap<>(others);
    read.entrySet().stream()
        .sorted(Comparator.comparing(page -> page.getValue().due()))
        .limit(MOST_READ)
        .forEach(page -> entries.put("page:" + page.getKey(), page.getValue().encode()));
    waiting.forEach(
        (key, page) -> {
          if (!traps.trapped(page.address())) {
            entries.put(
                "todo:" + key,
                page.depth()
                    + " "
                    + Math.max(0, page.modified().getEpochSecond())
                    + " "
                    + page.order());
          }
        });
    traps.encode().forEach((family, value) -> entries.put("trap:" + family, value));
    return new Memory(entries);
  }
}
