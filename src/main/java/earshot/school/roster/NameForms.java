package earshot.school.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which people write one name, each in a form that no longer knows case or accents. */
final class NameForms {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ.]");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, Set<String>> NICKNAMES = nicknames();

  private NameForms() {}

  private static Map<String, Set<String>> nicknames() {
    Map<String, Set<String>> nicknames = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    NameForms.class.getResourceAsStream("/school/nicknames.txt")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          List<String> group = List.of(line.split(" "));
          String name = group.getFirst();
          nicknames.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(group);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nicknames;
  }

  /** Small letters without accents; hyphens and blanks are one blank, apostrophes are nothing. */
  static String plain(String name) {
    String bare = APOSTROPHES.matcher(name).replaceAll("");
    String parts = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
    return NO_LETTER
        .matcher(
            parts.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
        .replaceAll(" ")
        .strip();
  }

  /** The forename, its parts, and what it is shortened to. */
  static Set<String> forenames(String forename) {
    Set<String> forms = new LinkedHashSet<>();
    String plain = plain(forename);
    if (plain.isEmpty()) {
      return forms;
    }
    forms.add(plain);
    forms.add(plain.replace(" ", ""));
    forms.add(plain.split(" ")[0]);
    for (String form : List.copyOf(forms)) {
      forms.addAll(NICKNAMES.getOrDefault(form, Set.of()));
    }
    return forms;
  }

  /** Every way to write forename and surname together, initials and the other order included. */
  static Set<String> fullNames(Set<String> forenames, String surname) {
    Set<String> forms = new LinkedHashSet<>();
    for (String last : surnames(surname)) {
      for (String first : forenames) {
        forms.add(first + " " + last);
        forms.add(last + " " + first);
      }
    }
    return forms;
  }

  /** {@code smith jones}, {@code smithjones} and each half of a double-barrelled name. */
  private static Set<String> surnames(String surname) {
    Set<String> forms = new LinkedHashSet<>();
    String plain = plain(surname);
    if (!plain.isEmpty()) {
      forms.add(plain);
      forms.add(plain.replace(" ", ""));
      for (String half : plain.split(" ")) {
        if (half.length() > 2) {
          forms.add(half);
        }
      }
    }
    return forms;
  }

  /** {@code maisie t} and {@code m thornbury}: telling only together with a class. */
  static Set<String> initials(Set<String> forenames, String surname) {
    Set<String> forms = new LinkedHashSet<>();
    for (String last : surnames(surname)) {
      for (String first : forenames) {
        forms.add(first + " " + last.charAt(0));
        forms.add(first.charAt(0) + " " + last);
      }
    }
    return forms;
  }

  /** {@code 4}, {@code 9r}, {@code oak}: from {@code Year 4}, {@code 9R}, {@code Oak Class}. */
  static Set<String> classes(String year, String form) {
    Set<String> classes = new LinkedHashSet<>();
    String number = year.replaceAll("\\D", "");
    if (!number.isEmpty()) {
      classes.add(
          Integer.toString(Integer.parseInt(number.substring(0, Math.min(2, number.length())))));
    } else if (!year.isBlank()) {
      classes.add(classWord(year));
    }
    if (!form.isBlank()) {
      classes.add(classWord(form));
    }
    classes.remove("");
    return classes;
  }

  static String classWord(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceAll("\\b(year|yr|class|form|group)\\b|[^\\p{L}\\p{N}]", "");
  }
}
