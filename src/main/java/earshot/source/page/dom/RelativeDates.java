package earshot.source.page.dom;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "2 hours ago", "yesterday at 14:02", "Monday at 10:11 AM": dates that lean on now. */
record RelativeDates(Instant now, ZoneId zone) {
  private static final int WORDS = 60;
  private static final String UNIT =
      "(s|secs?|seconds?|sekunden?|secondes?|mins?|minutes?|minuten?|minutos?|m|hours?|hrs?|hr|h"
          + "|stunden?|std|heures?|horas?|uur|days?|d|tage?n?|jours?|d[ií]as?|dagen|weeks?|wks?|w|wochen?"
          + "|semaines?|semanas?|months?|mo|mos|monate?n?|mois|mes(?:es)?|years?|yrs?|yr|y|jahre?n?|ans?"
          + "|años?)";
  private static final String COUNT =
      "(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eine[mnr]?|une?|few|couple of|a few)";
  private static final Pattern AGO =
      Pattern.compile(
          "\\b"
              + COUNT
              + "\\s*"
              + UNIT
              + "(?:[\\s,]+\\d+\\s*"
              + UNIT
              + ")?\\s*(?:ago|geleden|yn ôl)\\b");
  private static final Pattern BEFORE =
      Pattern.compile("\\b(?:vor|il y a|hace|há)\\s+" + COUNT + "\\s*" + UNIT + "\\b");
  private static final Pattern BARE =
      Pattern.compile("[•·\\s]*(\\d{1,3})\\s?(s|m|min|h|hr|d|w|mo|y)[•·\\s]*");
  private static final Pattern LAST =
      Pattern.compile("\\b(?:last|a)\\s+(week|month|year)\\b(?:\\s+ago)?");
  private static final Pattern ENGLISH_TODAY =
      Pattern.compile("^(?:\\W*(?:posted|published|updated)?\\W*)today\\b");
  private static final Pattern TODAY =
      Pattern.compile("\\b(?:today|heute|aujourd.hui|hoy|heddiw)\\b");
  private static final Pattern YESTERDAY =
      Pattern.compile("\\b(?:yesterday|gestern|hier|ayer|gisteren|ddoe)\\b");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  @Nullable Instant parse(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    Matcher ago = AGO.matcher(low);
    if (ago.find()) {
      return back(count(ago.group(1)), ago.group(2));
    }
    Matcher before = BEFORE.matcher(low);
    if (before.find()) {
      return back(count(before.group(1)), before.group(2));
    }
    Matcher bare = BARE.matcher(low);
    if (bare.matches()) {
      return back(count(bare.group(1)), bare.group(2));
    }
    if (text.length() > WORDS) {
      return null;
    }
    Matcher last = LAST.matcher(low);
    return last.find() ? back(1, last.group(1)) : named(low);
  }

  private @Nullable Instant named(String low) {
    if (low.contains("just now") || low.contains("moments ago") || low.contains("right now")) {
      return now;
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    boolean timed = ClockTime.find(low) != null;
    boolean brief = low.length() <= 30;
    if (brief && ENGLISH_TODAY.matcher(low).find() || timed && TODAY.matcher(low).find()) {
      return at(today, low);
    }
    if (brief && low.contains("yesterday") || timed && YESTERDAY.matcher(low).find()) {
      return at(today.minusDays(1), low);
    }
    Matcher word = WORD.matcher(low);
    DayOfWeek day = timed && word.find() ? Months.day(word.group()) : null;
    return day == null ? null : at(today.with(TemporalAdjusters.previous(day)), low);
  }

  private Instant at(LocalDate day, String text) {
    ClockTime time = ClockTime.find(text);
    if (time == null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return day.atTime(time.time()).atZone(time.zone() == null ? zone : time.zone()).toInstant();
  }

  private Instant back(int count, String unit) {
    ZonedDateTime from = now.atZone(zone);
    return switch (unit.charAt(0)) {
      case 's' ->
          unit.startsWith("st")
              ? from.minusHours(count).toInstant()
              : unit.startsWith("sem")
                  ? from.minusWeeks(count).toInstant()
                  : from.minusSeconds(count).toInstant();
      case 'm' ->
          months(unit) ? from.minusMonths(count).toInstant() : from.minusMinutes(count).toInstant();
      case 'h', 'u' -> from.minusHours(count).toInstant();
      case 'd', 't' -> from.minusDays(count).toInstant();
      case 'j' ->
          unit.startsWith("ja")
              ? from.minusYears(count).toInstant()
              : from.minusDays(count).toInstant();
      case 'w' -> from.minus(count, ChronoUnit.WEEKS).toInstant();
      default -> from.minusYears(count).toInstant();
    };
  }

  private static boolean months(String unit) {
    return unit.startsWith("mo") || unit.startsWith("me");
  }

  private static int count(String word) {
    return switch (word) {
      case "two", "couple of" -> 2;
      case "three", "few", "a few" -> 3;
      case "four" -> 4;
      case "five" -> 5;
      case "six" -> 6;
      case "seven" -> 7;
      case "eight" -> 8;
      case "nine" -> 9;
      case "ten" -> 10;
      default -> Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : 1;
    };
  }
}
