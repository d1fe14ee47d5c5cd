package earshot.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as people write them: {@code 30 s}, {@code 15 min}, {@code 6 h}, {@code 2 days}.
 */
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6})\\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)");

  private Durations() {}

  /**
   * @throws IllegalArgumentException when it is not a length of time
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a length of time: " + text);
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2).charAt(0)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
