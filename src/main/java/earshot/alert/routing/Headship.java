package earshot.alert.routing;

import earshot.judge.Finding;
import earshot.judge.Target;
import earshot.school.Contact;
import earshot.school.Role;
import earshot.school.School;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The Headteacher's name, and whether a finding is about the one who bears it. */
final class Headship {
  private static final Pattern MARK =
      Pattern.compile(
          "\\((?:[^)]*\\b)?(?:head|principal|headteacher|headmaster|headmistress|head of school)\\)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "sir",
          "dame",
          "rev",
          "revd",
          "father",
          "fr",
          "sister",
          "brother",
          "prof",
          "professor",
          "the",
          "canon");
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern named;

  private Headship(Pattern named) {
    this.named = named;
  }

  /** Reads the name from the staff marked as head or principal and from the contacts. */
  static Headship of(School school) {
    Set<String> names = new LinkedHashSet<>();
    school.staff().stream()
        .filter(person -> MARK.matcher(person).find())
        .map(person -> IN_BRACKETS.matcher(person).replaceAll(" "))
        .forEach(names::add);
    school.contacts().stream()
        .filter(contact -> contact.role() == Role.HEADTEACHER)
        .map(Contact::name)
        .forEach(names::add);
    List<String> forms = new ArrayList<>();
    names.forEach(name -> addForms(folded(name), forms));
    return new Headship(
        forms.isEmpty()
            ? NOTHING
            : Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", forms) + ")(?![\\p{L}\\p{N}])"));
  }

  /**
   * The surname alone counts with a capital, so that a head called Price is not met in every price.
   */
  private static void addForms(String name, List<String> forms) {
    List<String> words = new ArrayList<>(List.of(name.strip().split("[\\s.]+")));
    List<String> titles = new ArrayList<>();
    while (!words.isEmpty() && TITLES.contains(words.getFirst().toLowerCase(Locale.ROOT))) {
      titles.add(words.removeFirst());
    }
    words.removeIf(String::isBlank);
    if (words.isEmpty() || words.getLast().length() < 2) {
      return;
    }
    String surname = words.getLast();
    if (words.size() > 1) {
      forms.add("(?i:" + spaced(words) + ")");
    }
    titles.forEach(
        title ->
            forms.add("(?i:" + Pattern.quote(title) + "\\.?\\s+" + Pattern.quote(surname) + ")"));
    String capital = surname.substring(0, 1).toUpperCase(Locale.ROOT);
    forms.add(Pattern.quote(capital) + "(?i:" + Pattern.quote(surname.substring(1)) + ")");
  }

  private static String spaced(List<String> words) {
    return String.join("\\s+", words.stream().map(Pattern::quote).toList());
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace('’', '\'');
  }

  /** Whether it is about staff and names the Headteacher. */
  boolean isMeantIn(Finding finding) {
    return finding.judgement().targets().contains(Target.STAFF)
        && named.matcher(folded(finding.searched())).find();
  }
}
