package earshot.source.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The development set of real pages: read from its archive, which is not part of the project. */
public final class ArticleSet {
  /** Where the set lies beside a working copy; {@code EARSHOT_ARTICLES} names another place. */
  static final Path PLACE =
      Path.of(
          System.getenv().getOrDefault("EARSHOT_ARTICLES", "../shared/data/articles-dev.tar.gz"));

  /**
   * One page.
   *
   * @param with what the main text must contain
   * @param without what it must not contain
   */
  public record Page(String id, String url, byte[] html, List<String> with, List<String> without) {
    /** The part of a five-fold split that this page is in. */
    public int fold() {
      return Math.floorMod(id.hashCode() * 0x9E3779B9, 1 << 20) * 5 >> 20;
    }
  }

  private ArticleSet() {}

  public static boolean present() {
    return Files.isRegularFile(PLACE);
  }

  public static List<Page> read() throws IOException {
    Map<String, byte[]> files = unpack();
    JsonNode expected = new ObjectMapper().readTree(find(files, "expected.json"));
    Map<String, Page> pages = new TreeMap<>();
    for (var entry : expected.properties()) {
      JsonNode page = entry.getValue();
      pages.put(
          entry.getKey(),
          new Page(
              entry.getKey(),
              page.path("url").asText(),
              find(files, entry.getKey()),
              list(page.path("with")),
              list(page.path("without"))));
    }
    return List.copyOf(pages.values());
  }

  private static byte[] find(Map<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException(PLACE + " lacks " + name);
    }
    return bytes;
  }

  private static List<String> list(JsonNode array) {
    List<String> list = new ArrayList<>();
    array.forEach(each -> list.add(each.asText()));
    return list;
  }

  /** Files by their bare name: POSIX ustar, 512-byte headers. */
  private static Map<String, byte[]> unpack() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(PLACE), 1 << 16))) {
      while (true) {
        byte[] header = in.readNBytes(512);
        if (header.length < 512 || header[0] == 0) {
          return files;
        }
        String name = string(header, 0, 100);
        int size = Integer.parseInt(string(header, 124, 11).strip(), 8);
        byte[] body = in.readNBytes(size);
        in.skipNBytes((512 - size % 512) % 512);
        files.put(name.substring(name.lastIndexOf('/') + 1), body);
      }
    }
  }

  private static String string(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
