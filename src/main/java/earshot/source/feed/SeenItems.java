package earshot.source.feed;

import earshot.source.Item;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Which items were given before, and with which words: ten bytes an item. What is in the feed now
 * is remembered first; of what has left it, as much as there is room for.
 */
final class SeenItems {
  /** As many as one feed may hold, so that a long feed is not given anew at each poll. */
  private static final int MOST = 12_000;

  private static final int BYTES = 10;

  private final Map<Long, Integer> before;
  private final Map<Long, Integer> now = new LinkedHashMap<>();

  private SeenItems(Map<Long, Integer> before) {
    this.before = before;
  }

  /**
   * @param written what {@link #written} gave, or null
   */
  static SeenItems read(@Nullable String written) {
    Map<Long, Integer> seen = new LinkedHashMap<>();
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(written == null ? "" : written));
    while (bytes.remaining() >= BYTES) {
      long id = (bytes.getInt() & 0xffffffffL) | ((bytes.getShort() & 0xffffL) << 32);
      seen.put(id, bytes.getInt());
    }
    return new SeenItems(seen);
  }

  /** The items that are new or say something else than when they were last given. */
  List<Item> news(List<Item> items) {
    List<Item> news = new ArrayList<>();
    for (Item item : items) {
      long id = fingerprint(item.nativeId()).getLong() >>> 16;
      int words = fingerprint(item.title() + "\n" + item.author() + "\n" + item.text()).getInt();
      now.put(id, words);
      Integer known = before.get(id);
      if (known == null || known != words) {
        news.add(item);
      }
    }
    return news;
  }

  private static ByteBuffer fingerprint(String text) {
    return ByteBuffer.wrap(DigestUtils.sha256(text));
  }

  String written() {
    Map<Long, Integer> kept = new LinkedHashMap<>(now);
    for (Map.Entry<Long, Integer> old : before.entrySet()) {
      if (kept.size() < MOST) {
        kept.putIfAbsent(old.getKey(), old.getValue());
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(kept.size() * BYTES);
    kept.forEach(
        (id, words) -> bytes.putInt(id.intValue()).putShort((short) (id >>> 32)).putInt(words));
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
