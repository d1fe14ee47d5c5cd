package earshot.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TriesTest {
  private Instant now = Instant.parse("2026-03-03T07:00:00Z");
  private final Tries tries = new Tries((InstantSource) () -> now);

  @Test
  void fiveTriesAreFreeAndEachFurtherOneWaitsLonger() {
    fail("head", Tries.FREE);
    assertThat(tries.begin("head")).isEqualTo(Tries.FIRST_WAIT);
    now = now.plus(Tries.FIRST_WAIT);
    fail("head", 1);
    assertThat(tries.begin("head")).isEqualTo(Tries.FIRST_WAIT.multipliedBy(2));
    assertThat(tries.begin("office")).isZero();
  }

  private void fail(String who, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tries.begin(who)).isZero();
    }
  }

  @Test
  void theWaitHasAnEndAndIsForgotten() {
    fail("head", Tries.FREE);
    for (int i = 0; i < 20; i++) {
      now = now.plus(tries.begin("head"));
      fail("head", 1);
    }
    assertThat(tries.begin("head")).isEqualTo(Tries.LONGEST_WAIT);
    now = now.plus(Tries.FORGOTTEN_AFTER);
    fail("head", Tries.FREE);
    assertThat(tries.begin("head")).isEqualTo(Tries.FIRST_WAIT);
  }

  @Test
  void whoeverMustWaitIsNotCounted() {
    fail("head", Tries.FREE);
    assertThat(tries.begin("head", "address")).isEqualTo(Tries.FIRST_WAIT);
    assertThat(tries.begin("head", "address")).isEqualTo(Tries.FIRST_WAIT);
    fail("address", Tries.FREE);
  }

  @Test
  void successClearsTheCount() {
    fail("head", Tries.FREE);
    tries.succeeded("head");
    fail("head", Tries.FREE);
  }

  @Test
  void aTryTakenBackLeavesNoTrace() {
    fail("address", Tries.FREE);
    now = now.plus(Tries.FIRST_WAIT);
    fail("address", 1);
    tries.takeBack("address");
    assertThat(tries.begin("address")).isZero();
    tries.takeBack("fresh");
    fail("fresh", 1);
    tries.takeBack("fresh");
    fail("fresh", Tries.FREE);
  }

  @Test
  void aFloodOfNamesIsBounded() {
    fail("name 1", Tries.FREE);
    for (int i = 2; i < 50_000; i++) {
      tries.begin("name " + i);
    }
    assertThat(tries.begin("name 1")).isZero();
  }
}
