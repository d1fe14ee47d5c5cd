package earshot.source.page.dom;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months and weekdays in the languages that pages for British readers come in. */
final class Months {
  private static final String[] NAMES = {
    "january jan januar jänner jaenner janvier janv enero ene gennaio gen januari janeiro stycznia"
        + " styczen sty ionawr ion leden ledna január januára",
    "february feb februar febr février fevrier fevr févr febrero febbraio februari fevereiro fev"
        + " lutego luty lut chwefror chwef únor února",
    "march mar märz maerz mrz mär mars marzo maart mrt março marco marca marzec mawrth březen"
        + " března",
    "april apr avril avr abril abr aprile kwietnia kwi ebrill ebr duben dubna",
    "may mai mayo maggio mag mei maio maja maj květen května",
    "june jun juni juin junio giugno giu junho czerwca cze mehefin meh červen června",
    "july jul juli juillet juil julio luglio lug julho lipca lip gorffennaf gorff červenec července",
    "august aug août aout agosto ago augustus agosto sierpnia sie awst srpen srpna",
    "september sept sep septembre septiembre settembre set setembro września wrz medi září",
    "october oct oktober okt octobre octubre ottobre ott outubro out października paź hydref hyd"
        + " říjen října",
    "november nov novembre noviembre novembro listopada lis tachwedd tach listopad listopadu",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia gru"
        + " rhagfyr rhag prosinec prosince"
  };
  private static final String[] DAYS = {
    "monday mon montag lundi lunes lunedì maandag segunda poniedziałek",
    "tuesday tue tues dienstag mardi martes martedì dinsdag terça wtorek",
    "wednesday wed mittwoch mercredi miércoles mercoledì woensdag quarta środa",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì donderdag quinta czwartek",
    "friday fri freitag vendredi viernes venerdì vrijdag sexta piątek",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag sobota",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela"
  };
  private static final Map<String, Integer> MONTH = table(NAMES);
  private static final Map<String, Integer> DAY = table(DAYS);

  private Months() {}

  private static Map<String, Integer> table(String[] rows) {
    Map<String, Integer> table = new HashMap<>();
    for (int row = 0; row < rows.length; row++) {
      for (String name : rows[row].split(" ")) {
        table.putIfAbsent(name, row + 1);
      }
    }
    return table;
  }

  /** 1 to 12, or 0 when it is no month. */
  static int month(String word) {
    return MONTH.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  static @Nullable DayOfWeek day(String word) {
    Integer day = DAY.get(word.toLowerCase(Locale.ROOT));
    return day == null ? null : DayOfWeek.of(day);
  }
}
