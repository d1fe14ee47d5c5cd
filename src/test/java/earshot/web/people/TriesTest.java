package earshot.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TriesTest {
  private Instant now = Instant.parse("2026-03-03T07:00:00Z");
  private final Tries tries = new Tries((InstantSource) () -> now);

  @Test
  void fiveTriesAreFreeAndEachFurtherOneWaitsLonger() {
    for (int i = 0; i < Tries.FREE; i++) {
      assertThat(tries.wait("head")).isZero();
      tries.failed("head");
    }
    assertThat(tries.wait("head")).isEqualTo(Tries.FIRST_WAIT);
    now = now.plus(Tries.FIRST_WAIT);
    assertThat(tries.wait("head")).isZero();
    tries.failed("head");
    assertThat(tries.wait("head")).isEqualTo(Tries.FIRST_WAIT.multipliedBy(2));
    assertThat(tries.wait("office")).isZero();
  }

  @Test
  void theWaitHasAnEndAndIsForgotten() {
    for (int i = 0; i < 1_000; i++) {
      tries.failed("head");
    }
    assertThat(tries.wait("head")).isEqualTo(Tries.LONGEST_WAIT);
    now = now.plus(Tries.FORGOTTEN_AFTER);
    assertThat(tries.wait("head")).isZero();
    tries.failed("head");
    assertThat(tries.wait("head")).isZero();
  }

  @Test
  void successClearsTheCount() {
    for (int i = 0; i < Tries.FREE; i++) {
      tries.failed("head");
    }
    tries.succeeded("head");
    assertThat(tries.wait("head")).isZero();
  }

  @Test
  void aFloodOfNamesIsBounded() {
    for (int i = 0; i < 50_000; i++) {
      tries.failed("name " + i);
    }
    assertThat(tries.wait("name 1")).isLessThanOrEqualTo(Duration.ZERO);
  }
}
