package earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five rounds of {@code dev kill}. */
@Tag("slow")
class KillTest {
  @TempDir private Path folder;

  @Test
  void nothingIsLostOrToldTwiceWhenTheProgramIsKilled() throws Exception {
    try (KillLoop loop = new KillLoop(folder, false)) {
      assertThat(loop.run(5)).isEmpty();
    }
  }
}
