package earshot.source.page.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's language as BCP 47: what it states, unless its words plainly say otherwise.
 *
 * <p>Templates lie: pages in German from an English template state {@code en}.
 */
public final class Languages {
  private static final Map<String, Set<String>> WORDS = new HashMap<>();
  private static final int LOOKED = 600;
  private static final int ENOUGH = 25;
  private static final double CLEAR = 2.5;

  static {
    add(
        "en",
        "the of and to in that is was for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only");
    add(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch");
    add(
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec aux son cette ont mais comme ou leur sa était être elle deux");
    add(
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este sí porque esta entre cuando muy sin sobre también hasta hay donde desde");
    add(
        "it",
        "di e il la che in a un per è una sono non del con si da i le al dei nel della ha alla più come anche ma gli ed lo delle dal");
    add(
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também pelo pela");
    add(
        "nl",
        "de van het een en in is dat op te zijn met voor niet aan er om ook als maar bij nog uit door naar heeft werd over wordt");
    add(
        "pl",
        "w i na z do się nie jest to że o jak po co za tym od przez są dla ale przy może już oraz który która");
    add("cy", "yn y a i o ar yr gan ei mae ac am wedi fod oedd yw eu gyda hyn bod at fel neu wrth");
    add(
        "no",
        "og i det er på som en til av for med at har de ikke den om et fra var han seg vi kan også");
    add(
        "sv",
        "och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan");
    add(
        "da",
        "og i at det er en til af på som for med de den har ikke der et om var han fra vi men kan også");
    add("cs", "a v na se je že s z do to o k ve pro za by jako ale po od které který jsou");
    add("hu", "a az és hogy nem is egy ez van meg de csak volt mint már el ki még azt");
    add("ro", "de și în a la cu pe nu că o este un se din mai pentru care au fost sau");
    add("tr", "ve bir bu da de için ile çok olarak daha olan gibi ne en var sonra kadar");
  }

  private Languages() {}

  private static void add(String language, String words) {
    WORDS.put(language, new HashSet<>(List.of(words.split(" "))));
  }

  /**
   * @param text the main text
   */
  public static @Nullable String of(Stated page, String text) {
    String stated = stated(page);
    String seen = detect(text);
    if (seen == null) {
      return stated;
    }
    return stated != null && stated.split("-")[0].equals(seen) ? stated : seen;
  }

  private static @Nullable String stated(Stated page) {
    Element html = page.page().selectFirst("html");
    String[] candidates = {
      html == null ? "" : html.attr("lang"),
      html == null ? "" : html.attr("xml:lang"),
      page.article() == null ? "" : page.article().text("inLanguage"),
      page.meta().first("content-language", "language", "dc.language", "dcterms.language"),
      page.meta().first("og:locale")
    };
    for (String candidate : candidates) {
      String tag = normal(candidate);
      if (tag != null) {
        return tag;
      }
    }
    return null;
  }

  private static @Nullable String normal(String raw) {
    String first = raw.split("[,;\\s]")[0].replace('_', '-').strip();
    String tag = Locale.forLanguageTag(first).toLanguageTag();
    return first.isEmpty() || tag.equals("und") ? null : tag;
  }

  /** The language whose function words are clearly the commonest; null when none is. */
  static @Nullable String detect(String text) {
    String script = script(text);
    if (script != null) {
      return script;
    }
    Map<String, Integer> hits = new HashMap<>();
    String[] words =
        text.substring(0, Math.min(text.length(), 8 * LOOKED))
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}]+");
    for (int i = 0; i < Math.min(words.length, LOOKED); i++) {
      for (var language : WORDS.entrySet()) {
        if (language.getValue().contains(words[i])) {
          hits.merge(language.getKey(), 1, Integer::sum);
        }
      }
    }
    return clearest(hits);
  }

  private static @Nullable String clearest(Map<String, Integer> hits) {
    String best = null;
    int most = 0;
    int second = 0;
    for (var each : hits.entrySet()) {
      if (each.getValue() > most) {
        second = most;
        most = each.getValue();
        best = each.getKey();
      } else {
        second = Math.max(second, each.getValue());
      }
    }
    boolean near = best != null && Set.of("no", "sv", "da", "es", "pt").contains(best);
    return most >= ENOUGH && most > second * (near ? 1.2 : CLEAR / 1.6) ? best : null;
  }

  private static @Nullable String script(String text) {
    Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    int letters = 0;
    for (int i = 0; i < Math.min(text.length(), 3000); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    if (letters < 60) {
      return null;
    }
    if (scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0) > letters / 10) {
      return "ja";
    }
    String[][] only = {
      {"HAN", "zh"},
      {"HANGUL", "ko"},
      {"GREEK", "el"},
      {"HEBREW", "he"},
      {"THAI", "th"},
      {"BENGALI", "bn"},
      {"GURMUKHI", "pa"},
      {"TAMIL", "ta"},
      {"GUJARATI", "gu"}
    };
    for (String[] each : only) {
      if (scripts.getOrDefault(Character.UnicodeScript.valueOf(each[0]), 0) > letters / 2) {
        return each[1];
      }
    }
    return null;
  }
}
