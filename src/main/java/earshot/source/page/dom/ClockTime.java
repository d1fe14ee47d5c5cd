package earshot.source.page.dom;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as written beside a date.
 *
 * @param zone what was written after it, or null
 */
record ClockTime(LocalTime time, @Nullable ZoneId zone) {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.,/-])(?:T\\s?)?([01]?\\d|2[0-3])\\s?(?:[:.h]|\\s?Uhr\\s?)\\s?([0-5]\\d)(?:[:.]([0-5]\\d)(?:[.,]\\d+)?)?"
              + "\\s*([ap]\\.?m\\b\\.?)?\\s*(Z\\b|UTC|GMT|[A-Z]{3,4}\\b)?\\s*(?:\\(?(?:UTC|GMT)?([+-]\\d\\d?):?(\\d\\d)?\\)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOUR =
      Pattern.compile("(?<![\\d.,/-])(1[0-2]|[1-9])\\s?([ap])\\.?m\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPACT =
      Pattern.compile("^T?([01]\\d|2[0-3])([0-5]\\d)([0-5]\\d)?(Z|[+-]\\d\\d:?\\d\\d)?\\b");

  /** The abbreviations that mean one thing to most who write them. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("WET", "Z"),
          Map.entry("BST", "+01:00"),
          Map.entry("IST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"));

  static @Nullable ClockTime find(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      String offset = compact.group(4);
      return new ClockTime(
          LocalTime.of(
              number(compact.group(1)), number(compact.group(2)), number(compact.group(3))),
          offset == null ? null : ZoneOffset.of(offset));
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.find()) {
      return new ClockTime(time(clock), zone(clock));
    }
    Matcher hour = HOUR.matcher(text);
    return hour.find()
        ? new ClockTime(LocalTime.of(half(number(hour.group(1)), hour.group(2)), 0), null)
        : null;
  }

  private static LocalTime time(Matcher clock) {
    int hour = half(number(clock.group(1)), clock.group(4));
    return LocalTime.of(hour, number(clock.group(2)), number(clock.group(3)));
  }

  private static int half(int hour, @Nullable String mark) {
    if (mark == null || hour > 12) {
      return hour;
    }
    boolean afternoon = mark.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static @Nullable ZoneId zone(Matcher clock) {
    if (clock.group(6) != null) {
      int hours = Integer.parseInt(clock.group(6));
      int minutes = number(clock.group(7));
      return Math.abs(hours) > 14 || minutes > 59
          ? null
          : ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
    }
    String name = clock.group(5);
    String offset = name == null ? null : ZONES.get(name.toUpperCase(Locale.ROOT));
    return offset == null ? null : ZoneOffset.of(offset);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
