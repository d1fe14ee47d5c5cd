package earshot.alert.letter;

import java.util.regex.Pattern;

/**
 * Makes scraped text harmless in a mail: one line, no address that a mail program would turn into a
 * link, no e-mail address, no telephone number, no character that hides or reorders others.
 */
final class Inert {
  private static final String DOT = "[.。．｡]";
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\uFE00-\\uFE0F]");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}\\s]+");
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}\\s?[@＠]\\s?[\\p{L}\\p{N}-]{1,63}(?:"
              + DOT
              + "[\\p{L}\\p{N}-]{1,63})+");
  private static final Pattern SCHEME =
      Pattern.compile("\\b\\p{Alpha}[\\p{Alnum}+.-]{1,20}:/{1,3}");
  private static final Pattern BARE_SCHEME =
      Pattern.compile(
          "\\b(javascript|data|vbscript|mailto|tel|sms|callto|facetime|file|blob):",
          Pattern.CASE_INSENSITIVE);

  /**
   * Looks no further than two characters, so that a page of letters without a space costs no time.
   */
  private static final Pattern DOT_IN_HOST =
      Pattern.compile(
          "(?<=[\\p{L}\\p{M}\\p{N}_-])(?!(?<=\\p{N})"
              + DOT
              + "\\p{N})"
              + DOT
              + "(?=[\\p{L}\\p{M}\\p{N}_-]{2})");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<!\\p{N})(\\p{N}{1,3})"
              + DOT
              + "(\\p{N}{1,3})"
              + DOT
              + "(\\p{N}{1,3})"
              + DOT
              + "(?=\\p{N})");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\+|\\(|00)?\\p{Nd}(?:[ ().\\-–/]{0,3}\\p{Nd}){8,14}(?![\\p{L}\\p{N}])");

  private Inert() {}

  /** The text on one line, with nothing in it that can be clicked, dialled or written to. */
  static String text(String scraped) {
    String text = SPACE.matcher(scraped).replaceAll(" ");
    text = INVISIBLE.matcher(text).replaceAll("").strip();
    text = EMAIL.matcher(text).replaceAll("[e-mail address]");
    text = PHONE.matcher(text).replaceAll("[phone number]");
    text = SCHEME.matcher(text).replaceAll("");
    text = BARE_SCHEME.matcher(text).replaceAll("$1[:]");
    text = ADDRESS.matcher(text).replaceAll("$1[.]$2[.]$3[.]");
    text = DOT_IN_HOST.matcher(text).replaceAll("[.]");
    return text.replace("\\\\", "[\\]");
  }
}
