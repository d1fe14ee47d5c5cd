package earshot.source.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as feeds write them: RFC 822 with its variants, ISO 8601 and W3C's profile of it, C's
 * asctime, English and other words. What has no zone is UTC; what is no day of the calendar is
 * none.
 */
final class FeedDates {
  private static final int LONGEST = 80;
  private static final String TIME =
      "(?:[\\s,t@-]{1,3}(?:at )?(?<time>\\d{1,2}(?:[:.h]\\d{1,2}){0,2}(?:[.,]\\d{1,9})?\\s?(?:[ap]\\.?m\\.?\\b)?)"
          + "\\s?(?<zone>[^\\d+-][^\\s]{0,30}(?: .{0,20})?|[+-][\\d:]{1,6}.{0,12})?)?";
  private static final String DAY_NAME = "(?:\\p{L}{2,14}(?:[.,]{1,2}\\s?|\\s))?";
  private static final String MONTH = "(?<word>\\p{L}{3,12})\\.?";

  private static final List<Pattern> FORMS =
      List.of(
          // 2026-01-02T03:04:05Z, 2026/01/02 03:04, 2026-01, 2026
          form("(?<year>\\d{4})(?:[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?)?" + TIME),
          // 20260102T030405Z
          form(
              "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:t?(?<compact>\\d{4}(?:\\d{2})?)(?<zone>z|[+-][\\d:]{2,6})?)?"),
          // 20260102T03:04:05Z
          form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME),
          // 2026-032, 2026032
          form("(?<year>\\d{4})-?(?<ordinal>\\d{3})" + TIME),
          // Fri, 2 Jan 2026 03:04:05 GMT, 2-Jan-26, 2nd January 2026
          form(
              DAY_NAME
                  + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s.-]{1,2}(?:of )?"
                  + MONTH
                  + "[\\s,.-]{1,2}(?<year>\\d{4}|\\d{2})"
                  + TIME),
          // Fri, Jan 2, 2026 03:04 PM
          form(
              DAY_NAME
                  + MONTH
                  + "\\s?(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s,]{1,2}(?<year>\\d{4}|\\d{2})"
                  + TIME),
          // Fri Jan  2 03:04:05 GMT 2026
          form(
              DAY_NAME
                  + MONTH
                  + "\\s(?<day>\\d{1,2})[\\s,]{1,2}(?<time>\\d{1,2}:\\d{1,2}(?::\\d{1,2})?)(?: (?<zone>[a-z]{1,5}|[+-]\\d{4}))? (?<year>\\d{4})"),
          // Fri, 2026/01/02 03:04:05 GMT
          form(DAY_NAME + "(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})" + TIME),
          // 2026-Jan-02
          form("(?<year>\\d{4})[\\s-]" + MONTH + "[\\s-](?<day>\\d{1,2})" + TIME),
          // 02/01/2026, as the United Kingdom writes it
          form(
              DAY_NAME
                  + "(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})"
                  + TIME),
          // 26032
          form("(?<year>\\d{2})-?(?<ordinal>\\d{3})"),
          // 260102
          form("(?<year>\\d{2})-?(?<month>\\d{2})-?(?<day>\\d{2})"));

  private FeedDates() {}

  private static Pattern form(String regex) {
    return Pattern.compile(regex);
  }

  /** Null for what is not a date. */
  static @Nullable Instant parse(String written) {
    if (written.length() > LONGEST) {
      return null;
    }
    String date = DateWords.normal(written.toLowerCase(Locale.ROOT));
    if (date.matches("1\\d{9}(\\d{3})?")) {
      return Instant.ofEpochMilli(Long.parseLong((date + "000").substring(0, 13)));
    }
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(date);
      Instant instant = found.matches() ? instant(found) : null;
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Matcher found) {
    try {
      LocalDate day = day(found);
      Integer offset = DateWords.offset(part(found, "zone"));
      if (day == null || offset == null) {
        return null;
      }
      LocalDateTime time = time(day, found);
      return time.toInstant(ZoneOffset.UTC).minusSeconds(offset);
    } catch (DateTimeException | NumberFormatException e) {
      return null; // the 31st of June, or half past 25
    }
  }

  private static @Nullable LocalDate day(Matcher found) {
    int year = year(part(found, "year"));
    String ordinal = part(found, "ordinal");
    if (!ordinal.isEmpty()) {
      return LocalDate.ofYearDay(year, Integer.parseInt(ordinal));
    }
    String word = part(found, "word");
    int month = word.isEmpty() ? number(part(found, "month")) : DateWords.month(word);
    int day = number(part(found, "day"));
    if (month > 12 && day <= 12) {
      return LocalDate.of(year, day, month); // month first after all
    }
    return month == 0 ? null : LocalDate.of(year, month, day);
  }

  /** RFC 2822 §4.3 puts the divide at 50; feeds of this century write 2089 no more than 1950. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year < 90 ? 2000 + year : 1900 + year;
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }

  private static LocalDateTime time(LocalDate day, Matcher found) {
    String compact = part(found, "compact");
    if (!compact.isEmpty()) {
      int second = compact.length() > 4 ? Integer.parseInt(compact.substring(4)) : 0;
      return day.atTime(
          Integer.parseInt(compact.substring(0, 2)),
          Integer.parseInt(compact.substring(2, 4)),
          second);
    }
    String time = part(found, "time");
    if (time.isEmpty()) {
      return day.atTime(LocalTime.MIDNIGHT);
    }
    String[] parts = time.replaceAll("[.,]\\d{3,}", "").split("[^\\d]+");
    int hour = hour(Integer.parseInt(parts[0]), time);
    int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    int second = parts.length > 2 ? Math.min(59, Integer.parseInt(parts[2])) : 0;
    // ISO 8601 knows the end of a day as 24:00
    return hour == 24 && minute == 0
        ? day.plusDays(1).atTime(0, 0, second)
        : day.atTime(hour, minute, second);
  }

  private static int hour(int hour, String time) {
    if (time.contains("p")) {
      return hour < 12 ? hour + 12 : hour;
    }
    return time.contains("a") && hour == 12 ? 0 : hour;
  }

  private static String part(Matcher found, String name) {
    if (!found.namedGroups().containsKey(name)) {
      return "";
    }
    String part = found.group(name);
    return part == null ? "" : part.strip();
  }
}
