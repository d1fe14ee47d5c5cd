package earshot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final String NUMBERS =
      "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history";

  @TempDir private Path folder;

  @Test
  void theNewestMigrationIsTheOneThatSparesFlyway() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                  .max())
          .hasValue(Database.NEWEST);
    }
  }

  @Test
  void aDatabaseThatMissesAMigrationGetsIt() {
    Path file = folder.resolve("earshot.db");
    try (Database database = Database.open(file)) {
      database.write(
          jdbc -> {
            jdbc.sql("DROP TABLE source_try").update();
            return jdbc.sql("DELETE FROM flyway_schema_history WHERE version = ?")
                .param(String.valueOf(Database.NEWEST))
                .update();
          });
    }
    try (Database database = Database.open(file)) {
      int reached = database.read(jdbc -> jdbc.sql(NUMBERS).query(Integer.class).single());
      assertThat(reached).isEqualTo(Database.NEWEST);
      assertThat(database.<Integer>read(DatabaseTest::tries)).isZero();
    }
  }

  private static Integer tries(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    return jdbc.sql("SELECT count(*) FROM source_try").query(Integer.class).single();
  }

  @Test
  void readsInsideReadsDoNotWaitForOneAnother() throws Exception {
    try (Database database = Database.open(folder.resolve("earshot.db"));
        ExecutorService people = Executors.newFixedThreadPool(40)) {
      CyclicBarrier allInside = new CyclicBarrier(Database.READERS);
      Callable<Integer> nested =
          () ->
              database.read(
                  outer -> {
                    await(allInside);
                    return database.<Integer>read(DatabaseTest::tries);
                  });
      List<Future<Integer>> reads = people.invokeAll(Collections.nCopies(40, nested));
      for (Future<Integer> read : reads) {
        assertThat(read.get()).isZero();
      }
    }
  }

  @Test
  void whoeverWaitsTooLongForAReaderIsTold() throws Exception {
    Path file = folder.resolve("earshot.db");
    try (Database database = Database.open(file, Duration.ofMillis(20));
        ExecutorService people = Executors.newFixedThreadPool(Database.READERS)) {
      CyclicBarrier taken = new CyclicBarrier(Database.READERS + 1);
      CyclicBarrier released = new CyclicBarrier(Database.READERS + 1);
      for (int i = 0; i < Database.READERS; i++) {
        var unused =
            people.submit(
                () ->
                    database.read(
                        jdbc -> {
                          await(taken);
                          await(released);
                          return true;
                        }));
      }
      await(taken);
      assertThatThrownBy(() -> database.<Integer>read(DatabaseTest::tries))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("too much to do at once");
      await(released);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(5, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
