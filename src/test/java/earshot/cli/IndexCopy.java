package earshot.cli;

import static earshot.index.MentionIndex.Order.NEWEST;

import earshot.index.LuceneIndex;
import earshot.index.MentionIndex;
import earshot.query.QueryParser;
import earshot.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed program left, copied and opened as the next start will open it. */
record IndexCopy(Path place) {
  private static final String SOUND = "PRAGMA integrity_check";

  /** What is wrong with the data folder, or where the index disagrees with the store. */
  @Nullable String fault(Path data, String word) throws Exception {
    clear();
    copy(data);
    try (Database database = Database.open(place.resolve(House.DATABASE));
        LuceneIndex index = new LuceneIndex(place.resolve(House.LUCENE), database)) {
      String sound = database.read(jdbc -> jdbc.sql(SOUND).query(String.class).single());
      if (!sound.equals("ok")) {
        return "The database is damaged: " + sound;
      }
      index.follow();
      Set<String> schools = database.read(IndexCopy::schools);
      long kept = database.read(IndexCopy::findings);
      long found =
          index
              .search(
                  new MentionIndex.Request(
                      QueryParser.parse(word), schools, Map.of(), NEWEST, 0, 10, true))
              .total();
      return index.isReady() && found == kept
          ? null
          : "The index finds " + found + " of " + kept + " mentions.";
    }
  }

  private static Set<String> schools(JdbcClient jdbc) {
    return jdbc.sql("SELECT DISTINCT school FROM finding").query(String.class).set();
  }

  private static Long findings(JdbcClient jdbc) {
    return jdbc.sql("SELECT count(*) FROM finding").query(Long.class).single();
  }

  private void copy(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, place.resolve(data.relativize(file).toString()));
      }
    }
  }

  private void clear() throws IOException {
    if (Files.exists(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
