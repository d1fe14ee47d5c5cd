package earshot.source.page.dom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that pages write, as of a given now.
 *
 * <p>A date without a time of day stands for the start of that day in UTC, so that its calendar day
 * survives every rendering; a time without a zone is the wall clock of {@code zone}. Numbers are
 * day first unless {@code monthFirst}, or unless only the other order makes a date.
 *
 * @param now what relative dates are relative to; nothing later than a week after it is believed
 */
public record Dates(Instant now, ZoneId zone, boolean monthFirst) {
  private static final int LONGEST = 200;
  private static final int FIRST_YEAR = 1990;
  private static final Duration AHEAD = Duration.ofDays(7);

  private static final Pattern ISO =
      Pattern.compile("\\b((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile("\\b((?:19|20)\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?=T?\\d{4}|\\b)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\d.])(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})(?!\\d|\\.\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ain|fed)?[\\s-]+(?:of\\s+|de\\s+)?(\\p{L}{3,12})\\b\\.?"
              + "(?:[\\s,-]+(?:de\\s+)?(?:'|’)?((?:19|20)\\d\\d|\\d\\d(?![\\d:.])))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+((?:19|20)\\d\\d))?");
  private static final Set<String> WORDS =
      Set.of(
          "may", "march", "mar", "set", "out", "ago", "lip", "sie", "gen", "mag", "lis", "dez",
          "maj");
  private static final Pattern LATE_YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\s*$");
  private static final Pattern EPOCH = Pattern.compile("\\s*(\\d{10})(\\d{3})?(?:\\.\\d+)?\\s*");

  /** An instant, or null when the text holds no date that can be one of publication. */
  public @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String head = text.strip();
    head = head.length() > LONGEST ? head.substring(0, LONGEST) : head;
    try {
      Instant at = believable(read(head));
      return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException | ArithmeticException noDate) {
      return null;
    }
  }

  /** Whether a phrase begins with a month, a weekday or a word such as yesterday. */
  public static boolean names(String phrase) {
    String first = phrase.strip().split("[^\\p{L}]+", 2)[0];
    return Months.month(first) > 0
        || Months.day(first) != null
        || List.of("today", "yesterday", "just", "last").contains(first.toLowerCase(Locale.ROOT));
  }

  private @Nullable Instant read(String text) {
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
    }
    Instant found = inOrder(ISO.matcher(text), text);
    found = found == null ? inOrder(COMPACT.matcher(text), text) : found;
    found = found == null ? numeric(text) : found;
    found = found == null ? dayMonth(text) : found;
    found = found == null ? monthDay(text) : found;
    return found == null ? new RelativeDates(now, zone).parse(text) : found;
  }

  private @Nullable Instant inOrder(Matcher date, String text) {
    if (!date.find()) {
      return null;
    }
    LocalDate day = day(number(date, 1), number(date, 2), number(date, 3));
    return day == null ? null : at(day, text.substring(date.end()));
  }

  private @Nullable Instant numeric(String text) {
    Matcher date = NUMERIC.matcher(text);
    if (!date.find()) {
      return null;
    }
    int year = century(number(date, 3));
    int first = number(date, 1);
    int second = number(date, 2);
    boolean american = monthFirst && text.charAt(date.end(1)) == '/';
    LocalDate day = american ? day(year, first, second) : day(year, second, first);
    if (day == null) {
      day = american ? day(year, second, first) : day(year, first, second);
    }
    return day == null ? null : at(day, around(date, text));
  }

  private @Nullable Instant dayMonth(String text) {
    Matcher date = DAY_MONTH.matcher(text);
    while (date.find()) {
      int month = Months.month(date.group(2));
      if (month > 0 && named(date.group(2), date.group(3))) {
        LocalDate day = withYear(date.group(3), month, number(date, 1), text);
        return day == null ? null : at(day, around(date, text));
      }
    }
    return null;
  }

  private @Nullable Instant monthDay(String text) {
    Matcher date = MONTH_DAY.matcher(text);
    while (date.find()) {
      int month = Months.month(date.group(1));
      if (month > 0 && named(date.group(1), date.group(3))) {
        LocalDate day = withYear(date.group(3), month, number(date, 2), text);
        return day == null ? null : at(day, around(date, text));
      }
    }
    return null;
  }

  /** Some months are common words too: those need a capital or a year. */
  private static boolean named(String month, @Nullable String year) {
    return year != null || Character.isUpperCase(month.charAt(0)) || !WORDS.contains(month);
  }

  /** A date without a year is the latest such day that is not ahead of now. */
  private @Nullable LocalDate withYear(
      @Nullable String year, int month, int dayOfMonth, String text) {
    if (year != null) {
      return day(century(Integer.parseInt(year)), month, dayOfMonth);
    }
    Matcher late = LATE_YEAR.matcher(text);
    if (late.find()) {
      return day(number(late, 1), month, dayOfMonth);
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate thisYear = day(today.getYear(), month, dayOfMonth);
    if (thisYear != null && !thisYear.isAfter(today.plusDays(1))) {
      return thisYear;
    }
    return day(today.getYear() - 1, month, dayOfMonth);
  }

  private Instant at(LocalDate day, String clock) {
    ClockTime time = ClockTime.find(clock);
    if (time == null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    ZoneId where = time.zone() == null ? zone : time.zone();
    return day.atTime(time.time()).atZone(where).toInstant();
  }

  /** What stands after a date, and what stands before it where nothing follows. */
  private static String around(Matcher date, String text) {
    String after = text.substring(date.end());
    return ClockTime.find(after) == null ? text.substring(0, date.start()) : after;
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    boolean sane = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= FIRST_YEAR;
    if (!sane || day > java.time.YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  private static int century(int year) {
    return year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private @Nullable Instant believable(@Nullable Instant at) {
    if (at == null || at.isAfter(now.plus(AHEAD))) {
      return null;
    }
    return at.isBefore(
            LocalDate.of(FIRST_YEAR, 1, 1).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC))
        ? null
        : at;
  }
}
