package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.ConfigFolder;
import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Outbox;
import earshot.alert.outbox.Plan;
import earshot.web.WebParts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-03T12:00:00Z");
  private House.Ground ground;

  @BeforeEach
  void write() {
    Path config = ConfigFolder.at(folder.resolve("config")).folder();
    ground = new House.Ground(config, () -> now, Set.of());
  }

  private long put(House house) {
    Mail.Draft draft =
        new Mail.Draft(
            Mail.Kind.ALERT,
            "vale",
            new Mail.Addressee("Dr Helen Sowande", "head@vale.example"),
            "[Earshot] 1 urgent post",
            new Plan("1 urgent post", List.of("Something was said."), List.of(), List.of()));
    return house.database().write(jdbc -> Outbox.put(jdbc, draft, now));
  }

  private static WebParts.Check mail(House house) {
    return house.webParts(null).checks().stream()
        .filter(check -> check.name().equals("Mail"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePagesSayThatMailIsNotLeaving() {
    try (House house = new House(ground)) {
      assertThat(mail(house).problem().get()).isNull();
      put(house);
      now = now.plus(Duration.ofMinutes(2));
      assertThat(mail(house).problem().get())
          .contains("Mail is not leaving", "no mail server is set");
      assertThat(mail(house).works().getAsBoolean()).isFalse();
    }
  }

  @Test
  void thePagesTellOfADeadLetterAndMailStillWorks() {
    try (House house = new House(ground)) {
      new Outbox(house.database()).dead(put(house), "There is no such user.", now);
      now = now.plus(Duration.ofMinutes(2));
      assertThat(mail(house).problem().get()).contains("One mail could not be delivered");
      assertThat(mail(house).works().getAsBoolean()).isTrue();
    }
  }
}
