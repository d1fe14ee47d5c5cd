package earshot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
