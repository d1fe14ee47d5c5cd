package earshot.source.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retry-After in all its forms, and in none. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1",
        "120|120",
        " 120 |120",
        "0000120|120",
        "86400|86400",
        "86401|86400",
        "99999999|86400",
        "99999999999999999999|86400",
        "Fri, 02 Jan 2026 03:05:05 GMT|60",
        "Fri, 2 Jan 2026 03:05:05 GMT|60",
        "Friday, 02-Jan-26 03:05:05 GMT|60",
        "Fri Jan  2 03:05:05 2026|60",
        "fri, 02 jan 2026 03:05:05 gmt|60",
        "Fri, 02 Jan 2099 03:05:05 GMT|86400"
      })
  void delaysAreReadAndCapped(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "-120",
        "1.5",
        "soon",
        "120s",
        "Thu, 01 Jan 2026 03:05:05 GMT",
        "Mon, 02 Jan 2026 03:05:05 GMT",
        "32 Jan 2026",
        "٣٠",
        "1e9",
        "+60",
        "0x10",
        "60, 120"
      })
  void thePastAndNonsenseAreNoAdvice(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isNull();
  }

  @Test
  void noHeaderIsNoAdvice() {
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
