package earshot.alert.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a digest says of times: when sources were last read, and when Earshot was off. Pure. */
public final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final Duration SILENT = Duration.ofHours(24);
  private static final Duration FAILING = Duration.ofHours(3);
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int MOST_NAMED = 8;

  private Times() {}

  public static String day(Instant at, ZoneId zone) {
    return DAY.format(at.atZone(zone));
  }

  /** {@code 9 of 10 sources read; Marlbeck Forum unread since Tuesday.} */
  public static String read(List<Standing> sources, Instant now, ZoneId zone) {
    if (sources.isEmpty()) {
      return "No source is set up, so nothing is read.";
    }
    List<Standing> unread = sources.stream().filter(source -> unread(source, now)).toList();
    List<String> parts = new ArrayList<>();
    parts.add(
        (sources.size() - unread.size())
            + " of "
            + sources.size()
            + (sources.size() == 1 ? " source" : " sources")
            + " read");
    unread.stream()
        .limit(MOST_NAMED)
        .forEach(source -> parts.add(source.name() + " " + since(source, now, zone)));
    if (unread.size() > MOST_NAMED) {
      parts.add("and " + (unread.size() - MOST_NAMED) + " more unread");
    }
    return String.join("; ", parts) + ".";
  }

  private static boolean unread(Standing source, Instant now) {
    Instant last = source.lastGood();
    return last == null || last.isBefore(now.minus(source.failing() ? FAILING : SILENT));
  }

  private static String since(Standing source, Instant now, ZoneId zone) {
    Instant last = source.lastGood();
    if (last == null) {
      return "never read yet";
    }
    LocalDate day = last.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.equals(today)) {
      return "unread since " + CLOCK.format(last.atZone(zone));
    }
    return "unread since "
        + (day.isAfter(today.minusDays(DAYS_OF_A_WEEK)) ? WEEKDAY : DAY).format(day);
  }

  /** One sentence for each time when Earshot did not run. */
  public static List<String> outages(List<Outage> outages, ZoneId zone) {
    return outages.stream()
        .map(
            outage ->
                "Earshot was off from "
                    + MOMENT.format(outage.began().atZone(zone))
                    + " to "
                    + MOMENT.format(outage.ended().atZone(zone))
                    + length(Duration.between(outage.began(), outage.ended()))
                    + ". What was posted meanwhile and is still there is read now.")
        .toList();
  }

  private static String length(Duration off) {
    long days = off.toDays();
    return days > 0 ? ", " + days + (days == 1 ? " day" : " days") : "";
  }
}
