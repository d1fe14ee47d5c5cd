package earshot.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.school.Role;
import earshot.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  @Test
  void aChangedOrMissingEntryShows(@TempDir Path folder) {
    try (Database database = Database.open(folder.resolve("earshot.db"))) {
      Audit audit = new Audit(database, InstantSource.system());
      Person head =
          new People(database, InstantSource.system())
              .add(
                  new People.NewPerson(
                      "Mrs Okafor", "head@thistlewick.example", Role.HEADTEACHER, List.of("*")));
      for (int i = 0; i < 5; i++) {
        audit.add(head, "unmask", "mention " + i, "reason " + i);
      }
      assertThat(audit.isWhole()).isTrue();
      assertThat(audit.newestFirst())
          .extracting(Audit.Entry::number)
          .containsExactly(5L, 4L, 3L, 2L, 1L);
      change(database, "UPDATE audit SET reason = 'none' WHERE number = 3");
      assertThat(audit.isWhole()).isFalse();
      change(database, "UPDATE audit SET reason = 'reason 2' WHERE number = 3");
      assertThat(audit.isWhole()).isTrue();
      change(database, "DELETE FROM audit WHERE number = 2");
      assertThat(audit.isWhole()).isFalse();
    }
  }

  private static void change(Database database, String sql) {
    database.write(transaction -> transaction.sql(sql).update());
  }
}
