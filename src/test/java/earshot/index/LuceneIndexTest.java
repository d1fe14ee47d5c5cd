package earshot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LuceneIndexTest extends MentionIndexContract {
  private Path lucene() {
    return folder.resolve("lucene");
  }

  @Override
  MentionIndex open() {
    return new LuceneIndex(lucene(), database);
  }

  private void reopen() {
    index.close();
    index = open();
  }

  private void keepSome() {
    for (int i = 0; i < 20; i++) {
      keep("vale number" + i + " and some more words", "vale", judgement(Set.of(), List.of()));
    }
    index.follow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(lucene())) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void aDeletedFolderIsBuiltAnewWhileTheStoreAnswers() throws Exception {
    keepSome();
    index.close();
    LuceneFolder.putAside(lucene());
    for (int i = 0; i < 600; i++) {
      keep("filler", "vale", judgement(Set.of(), List.of()));
    }
    index = open();
    MentionIndex.Result meanwhile =
        index.search(
            new MentionIndex.Request(
                earshot.query.QueryParser.parse("number7"),
                Set.of("vale"),
                java.util.Map.of(),
                MentionIndex.Order.NEWEST,
                0,
                10,
                false));
    assertThat(meanwhile.total()).isOne();
    assertThat(meanwhile.caution()).contains("being rebuilt");
    Result again = new Result(search("number7"));
    assertThat(again.result.total()).isOne();
    assertThat(again.result.caution()).isNull();
  }

  private record Result(MentionIndex.Result result) {}

  @Test
  void everyDamageIsFoundAtStart() throws Exception {
    keepSome();
    index.close();
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      List<Path> files = files();
      Path victim = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(victim);
      if (round % 3 == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(victim, bytes);
      index = open();
      assertThat(search("number7").total()).as("round %d, %s", round, victim.getFileName()).isOne();
      assertThat(search("vale").total()).isEqualTo(20);
      index.close();
    }
    index = open();
  }

  @Test
  void anIndexAheadOfTheStoreIsBuiltAnew() throws Exception {
    keepSome();
    index.close();
    database.write(
        jdbc -> {
          jdbc.sql("DELETE FROM finding WHERE sequence > 10").update();
          return true;
        });
    index = open();
    assertThat(search("vale").total()).isEqualTo(10);
  }

  @Test
  void whatWasNotCommittedIsFollowedAgainAfterAKill() throws Exception {
    keepSome();
    reopen();
    keep("vale late", "vale", judgement(Set.of(), List.of()));
    index.follow();
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy);
    for (Path file : files()) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    try (LuceneIndex killed = new LuceneIndex(copy, database)) {
      killed.follow();
      assertThat(
              killed
                  .search(
                      new MentionIndex.Request(
                          earshot.query.QueryParser.parse("late"),
                          Set.of("vale"),
                          java.util.Map.of(),
                          MentionIndex.Order.NEWEST,
                          0,
                          10,
                          false))
                  .total())
          .isOne();
    }
  }
}
