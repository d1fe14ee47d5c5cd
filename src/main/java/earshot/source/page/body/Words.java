package earshot.source.page.body;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that hold sentences together, and phrases that only furniture says. */
final class Words {
  private static final Set<String> FUNCTION =
      new HashSet<>(
          List.of(
              ("the of and to in a is that for it as was with be by on not he his but at are this have"
                      + " from or had an they which you were her all she there would their we him been has"
                      + " when who will more no if out so what up about them can than its into only other"
                      + " said some could time these two may then do my any our your i me also did just"
                      + " der die und das von zu den mit ist des nicht ein eine auf dem für sich im auch es an"
                      + " werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen"
                      + " so zum war haben nur oder aber vor zur bis mehr durch man ich wir kann sein"
                      + " le la les de des et un une est pour que qui dans ce il sur pas plus par je avec tout"
                      + " faire son mettre autre on mais nous comme ou si leur y dire elle du au aux cette ont"
                      + " el los las y que en un por con no una su para es al lo como más pero sus le ya o"
                      + " este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien"
                      + " o e que do da em um para com não uma os no se na por mais as dos como mas ao ele das"
                      + " w z na do się nie jest to że i o jak ale po co przez od za tym są dla"
                      + " van het een dat op te zijn met voor niet aan er om ook als maar bij nog"
                      + " di che è per non sono della del con gli si da una nel alla più anche")
                  .split(" ")));

  private static final Pattern FURNITURE =
      Pattern.compile(
          "^(?:(?:please )?(?:share|follow|subscribe|sign up|log ?in|sign in|register|advertisement|sponsored|related"
              + "|read (?:more|also|next|our|the full)|see also|more(?: on| from| stories|:)|also (?:read|on|see)|click here"
              + "|watch(?::| now)|listen(?::| now)|photo|image|picture|credit|source:|tags?:|filed under|categor|posted (?:in|on|by)"
              + "|published|updated|last (?:modified|updated)|by [A-Z]|comments?|leave a|reply|print|e-?mail|copyright|all rights"
              + "|©|download our|get (?:the|our)|join our|don.?t miss|recommended|most (?:read|popular)|trending|you may|you might"
              + "|editor.?s note|correction|view (?:all|more|comments)|show (?:more|comments)|loading|skip to|back to|home"
              + "|teilen|weiterlesen|mehr (?:zum|lesen|zu)|lesen sie|auch interessant|anzeige|foto|bild|quelle|kommentar|newsletter"
              + "|jetzt |zum thema|siehe auch|lire aussi|à lire|partager|lee también|leer más|te puede|compart|leia|veja|czytaj|zobacz))"
              + "|cookie|newsletter|all rights reserved|privacy policy|terms of (?:use|service)|your email address|leave a reply"
              + "|this entry was posted|datenschutz|sign up (?:for|to)|unsubscribe|follow us|powered by|reproduced with",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Words() {}

  /** The share of function words among the first 200 words. */
  static double functionWords(String[] words) {
    int hits = 0;
    int looked = Math.min(words.length, 200);
    for (int i = 0; i < looked; i++) {
      hits += FUNCTION.contains(words[i].toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return looked == 0 ? 0 : (double) hits / looked;
  }

  static boolean furniture(String text) {
    return FURNITURE.matcher(text.length() > 300 ? text.substring(0, 300) : text).find();
  }
}
