package earshot.source.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of dates: months in the languages that feeds write them in, and names of time zones.
 */
final class DateWords {
  /** By their first letters, so that whole names and short ones are found alike. */
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    List<String> byMonth =
        List.of(
            "jan jän gen ene ιαν янв sty led",
            "feb fév fev φεβ фев lut febr",
            "mar mär mrz maa mrt μαρ μάρ мар már mars",
            "apr abr avr απρ апр kwi ápr",
            "may mai mag maj mei μαϊ μαι μάι май мая máj",
            "jun juin giu ιουν ιού июн cze jún",
            "jul juil lug ιουλ ιολ июл lip júl",
            "aug aoû aou ago αυγ αύγ авг sie",
            "sep set σεπ сен wrz szept",
            "oct okt ott out οκτ окт paź",
            "nov νοε νοέ ноя lis",
            "dec dez déc dic δεκ дек gru");
    for (int month = 0; month < byMonth.size(); month++) {
      for (String start : byMonth.get(month).split(" ")) {
        MONTHS.put(start, month + 1);
      }
    }
    MONTHS.put("ιούλ", 7);
    MONTHS.put("ιούν", 6);
  }

  /**
   * Hours from UTC, RFC 822 §5.1 and what else is met; British and Irish time where names clash.
   */
  private static final Map<String, Double> ZONES = new HashMap<>();

  static {
    String table =
        "utc 0 ut 0 gmt 0 z 0 wet 0 west 1 bst 1 cet 1 met 1 mez 1 cest 2 mest 2 mesz 2 eet 2 eest 3"
            + " msk 3 msd 4 ist 5.5 sgt 8 hkt 8 awst 8 jst 9 kst 9 acst 9.5 aest 10 aedt 11 nzst 12"
            + " nzdt 13 nst -3.5 ndt -2.5 brt -3 art -3 adt -3 ast -4 at -4 edt -4 est -5 et -5 cdt -5"
            + " cst -6 ct -6 mdt -6 mst -7 mt -7 pdt -7 pst -8 pt -8 akdt -8 akst -9 hst -10"
            + " a -1 n 1 m -12 y 12 sast 2";
    String[] words = table.split(" ");
    for (int at = 0; at < words.length; at += 2) {
      ZONES.put(words[at], Double.valueOf(words[at + 1]));
    }
  }

  private static final Pattern OFFSET =
      Pattern.compile("(?:etc/)?(?:gmt|utc|ut)?\\s?([+-])(\\d{1,2}):?(\\d{2})?(?:\\D.*)?");

  /** 2026년 1월 2일 오후 3:04:05 */
  private static final Pattern KOREAN =
      Pattern.compile("(\\d{4})년\\s*(\\d{1,2})월\\s*(\\d{1,2})일(?:\\s*[가-힣]요일)?(.*)");

  private static final Pattern KOREAN_TIME = Pattern.compile("(오전|오후)\\s*([\\d:]+)");

  private DateWords() {}

  /** Blanks tidied, comments dropped, Korean written as digits. */
  static String normal(String lower) {
    String date = lower.replaceAll("\\([^()]*\\)", " ").replaceAll("[\\s\\u00A0]+", " ").strip();
    Matcher korean = KOREAN.matcher(date);
    if (korean.matches()) {
      date =
          korean.group(1)
              + "-"
              + korean.group(2)
              + "-"
              + korean.group(3)
              + " "
              + korean.group(4).strip();
    }
    Matcher time = KOREAN_TIME.matcher(date);
    if (time.find()) {
      String half = time.group(1).equals("오후") ? " pm" : " am";
      date = time.replaceFirst(Matcher.quoteReplacement(time.group(2) + half + " kst"));
    }
    return date.strip();
  }

  /** 1 to 12, or 0 for no month. */
  static int month(String word) {
    for (int length = Math.min(5, word.length()); length >= 3; length--) {
      Integer month = MONTHS.get(word.substring(0, length));
      if (month != null) {
        return month;
      }
    }
    return 0;
  }

  /** Seconds east of UTC; 0 for an unknown name; null where there is no such offset. */
  static @Nullable Integer offset(String zone) {
    String name = zone.toLowerCase(Locale.ROOT);
    Matcher number = OFFSET.matcher(name);
    if (number.matches()) {
      int hours = Integer.parseInt(number.group(2));
      int minutes = number.group(3) == null ? 0 : Integer.parseInt(number.group(3));
      int seconds = hours * 3600 + minutes * 60;
      return hours > 18 || minutes > 59 ? null : number.group(1).equals("-") ? -seconds : seconds;
    }
    String first = name.split("[^a-z]", 2)[0];
    return (int) (ZONES.getOrDefault(first, 0.0) * 3600);
  }
}
