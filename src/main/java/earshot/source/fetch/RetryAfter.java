package earshot.source.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Retry-After (RFC 9110 §10.2.3): seconds, or a date in any of its three forms. */
final class RetryAfter {
  static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_DIGITS = 9;

  /** RFC 9110 §5.6.7: IMF-fixdate, RFC 850 with two-digit years, asctime. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          format("EEE, d MMM yyyy HH:mm:ss 'GMT'"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("EEEE, d-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          format("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** How long to wait, up to 24 hours; null for nothing, the past, and what nobody can read. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    Duration wait = isDigits(value) ? seconds(value) : untilDate(value, now);
    if (wait == null || !wait.isPositive()) {
      return null;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static boolean isDigits(String value) {
    return !value.isEmpty() && value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static Duration seconds(String digits) {
    return digits.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
  }

  private static @Nullable Duration untilDate(String value, Instant now) {
    for (DateTimeFormatter format : DATES) {
      try {
        return Duration.between(now, LocalDateTime.parse(value, format).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException e) {
        // the next form, then
      }
    }
    return null;
  }
}
