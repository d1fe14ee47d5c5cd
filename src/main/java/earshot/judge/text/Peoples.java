package earshot.judge.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words for a faith or an origin, for whom somebody loves, and for a condition. Whichever of a kind
 * is named is read as the same one, so that none of them can be judged otherwise than the others.
 * What is a subject in most schools (French, Spanish, German) stays as it is.
 */
final class Peoples {
  private static final Map<String, String> ALIKE = new HashMap<>();

  static {
    alike(
        "muslim",
        "christian jewish jew hindu sikh buddhist polish nigerian romanian ukrainian bulgarian"
            + " albanian lithuanian latvian hungarian slovakian kurdish afghan iraqi iranian syrian"
            + " turkish chinese vietnamese filipino indian pakistani bangladeshi bengali somali"
            + " sudanese eritrean ethiopian ghanaian kenyan congolese jamaican caribbean african"
            + " asian arab portuguese brazilian irish traveller");
    alike(
        "muslims",
        "christians jews hindus sikhs buddhists nigerians romanians ukrainians bulgarians"
            + " albanians lithuanians latvians hungarians kurds afghans iraqis iranians syrians"
            + " turks filipinos indians pakistanis bangladeshis bengalis somalis eritreans"
            + " ethiopians ghanaians kenyans jamaicans africans asians arabs brazilians travellers");
    alike("gay", "lesbian bisexual trans transgender");
    alike("gays", "lesbians");
    alike("autistic", "deaf dyslexic dyspraxic epileptic diabetic");
  }

  private Peoples() {}

  private static void alike(String one, String others) {
    for (String other : others.split(" ")) {
      ALIKE.put(other, one);
    }
  }

  /** What a word is read as; null where it is read as itself. */
  static @Nullable String of(String word) {
    return ALIKE.get(word);
  }
}
