package earshot.source.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises addresses that lead a reader round in circles: loops of path segments, calendars,
 * permutations of queries, and any family of addresses whose pages brought nothing new.
 */
final class Traps {
  private static final int LONGEST = 512;
  private static final int DEEPEST = 12;
  private static final int MOST_PARAMETERS = 5;
  private static final int SAME_SEGMENT = 3;
  private static final int TRIES = 8;
  private static final double FRESH = 0.15;
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:calendar|kalender|event-?s?/(?:month|day|week|list)|eventdisplay=|tribe-bar-date=|[?&](?:month|year|day|week|date|cal_[a-z]+|ai1ec[^=]*)=)");
  private static final Pattern YEAR_MONTH =
      Pattern.compile("(?<!\\d)((?:19|20|21)\\d\\d)[-/](\\d{1,2})(?!\\d)");

  /** Visits of one family of addresses, and how many of them brought new words. */
  private static final class Yield {
    int visits;
    int fresh;
  }

  private final Map<String, Yield> families = new HashMap<>();
  private final int thisYear;

  Traps(Instant now) {
    thisYear = now.atOffset(ZoneOffset.UTC).getYear();
  }

  /** Whether an address should be left alone. */
  boolean trapped(URI address) {
    String text = address.toString();
    if (text.length() > LONGEST || loops(address) || farMonth(text.toLowerCase(Locale.ROOT))) {
      return true;
    }
    Yield yield = families.get(family(address));
    return yield != null && yield.visits >= TRIES && yield.fresh < FRESH * yield.visits;
  }

  void visited(URI address, boolean fresh) {
    Yield yield = families.computeIfAbsent(family(address), name -> new Yield());
    yield.visits++;
    yield.fresh += fresh ? 1 : 0;
  }

  private static boolean loops(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String[] segments = path.substring(path.startsWith("/") ? 1 : 0).split("/");
    Map<String, Integer> counts = new HashMap<>();
    for (String segment : segments) {
      if (!segment.isEmpty() && counts.merge(segment, 1, Integer::sum) >= SAME_SEGMENT) {
        return true;
      }
    }
    String query = address.getQuery();
    return segments.length > DEEPEST || query != null && query.split("&").length > MOST_PARAMETERS;
  }

  /** A calendar leaf far from today; near months may hold events worth reading. */
  private boolean farMonth(String text) {
    if (!CALENDAR.matcher(text).find()) {
      return false;
    }
    Matcher month = YEAR_MONTH.matcher(text);
    Matcher year = Pattern.compile("year=(\\d{4})").matcher(text);
    int named =
        month.find()
            ? Integer.parseInt(month.group(1))
            : year.find() ? Integer.parseInt(year.group(1)) : thisYear;
    return Math.abs(named - thisYear) > 1;
  }

  /** Addresses that differ only in numbers and in the values of their parameters. */
  static String family(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String plain = path.replaceAll("\\d+", "0");
    if (address.getQuery() == null) {
      // slugs make families of their own: only numbers that run on are one
      return plain.equals(path) ? plain + " " : plain;
    }
    TreeSet<String> names = new TreeSet<>();
    Arrays.stream(address.getQuery().split("&")).forEach(each -> names.add(each.split("=", 2)[0]));
    return plain + "?" + String.join("&", names);
  }

  /** The families that were tried, for the memory. */
  Map<String, String> encode() {
    Map<String, String> entries = new HashMap<>();
    families.forEach(
        (family, yield) -> {
          if (yield.visits > 1) {
            entries.put(family, yield.visits + " " + yield.fresh);
          }
        });
    return entries;
  }

  void decode(String family, String value) {
    String[] part = value.split(" ");
    if (part.length == 2 && part[0].matches("\\d{1,9}") && part[1].matches("\\d{1,9}")) {
      Yield yield = families.computeIfAbsent(family, name -> new Yield());
      yield.visits = Integer.parseInt(part[0]);
      yield.fresh = Integer.parseInt(part[1]);
    }
  }
}
