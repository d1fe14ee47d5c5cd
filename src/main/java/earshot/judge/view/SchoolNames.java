package earshot.judge.view;

import earshot.judge.text.Kind;
import earshot.judge.text.Token;
import earshot.judge.text.Tokeniser;
import earshot.school.School;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gathers what a school, its places and its people are called. */
final class SchoolNames {
  static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "sir",
          "dame",
          "father",
          "fr",
          "sister",
          "coach",
          "madame",
          "revd",
          "rev",
          "canon",
          "prof",
          "professor",
          "lady",
          "lord",
          "brother",
          "chef",
          "nurse",
          "aunty",
          "auntie",
          "cllr",
          "councillor");
  private static final Set<String> HEADS =
      Set.of("head", "headteacher", "principal", "headmaster", "headmistress", "pennaeth");
  static final Set<String> KINDS =
      Set.of(
          "primary",
          "academy",
          "high",
          "school",
          "college",
          "grammar",
          "juniors",
          "infants",
          "comprehensive",
          "prep",
          "infant",
          "junior",
          "nursery",
          "comp");

  private final Names names = new Names();

  private SchoolNames() {}

  static Names of(School school, Tokeniser tokeniser) {
    SchoolNames all = new SchoolNames();
    all.addName(school.name(), Mark.SCHOOL);
    school.aliases().forEach(all::addAlias);
    all.addShortName(school.name());
    school.staff().forEach(person -> all.addStaff(tokeniser.read(person)));
    new Notes(tokeniser, all.names).read(school.notes());
    for (String place : school.places()) {
      for (String part : place.replaceAll("\\(.*?\\)", "").split(",")) {
        all.addName(part, Mark.PLACE);
      }
    }
    return all.names;
  }

  private void addName(String name, Mark mark) {
    names.add(squash(name), mark);
  }

  private void addAlias(String alias) {
    String plain = alias.replaceAll("\\(.*?\\)", "").replace("@", "").trim();
    String key = squash(plain);
    boolean acronym = plain.equals(plain.toUpperCase(Locale.ROOT)) && key.length() <= 5;
    names.add(key, acronym || key.length() < 6 ? Mark.SCHOOL_SHORT : Mark.SCHOOL);
  }

  /** The name without its kind: {@code Kestrel Vale} of {@code Kestrel Vale Academy}. */
  private void addShortName(String name) {
    String[] words = Tokeniser.words(name);
    int end = words.length;
    while (end > 1
        && (KINDS.contains(words[end - 1])
            || Set.of(
                    "catholic",
                    "c",
                    "of",
                    "e",
                    "and",
                    "rc",
                    "church",
                    "england",
                    "community",
                    "national",
                    "voluntary",
                    "aided",
                    "integrated")
                .contains(words[end - 1]))) {
      end--;
      String key = squash(String.join(" ", List.of(words).subList(0, end)));
      names.add(key, key.length() < 6 ? Mark.SCHOOL_SHORT : Mark.SCHOOL);
    }
  }

  private void addStaff(Token[] tokens) {
    int end = 0;
    while (end < tokens.length && !tokens[end].word().equals("(")) {
      end++;
    }
    boolean head = false;
    for (int i = end; i < tokens.length; i++) {
      head |= HEADS.contains(tokens[i].word()) && !isDeputy(tokens, i);
      boolean quoted = i > 0 && tokens[i - 1].word().startsWith("'");
      if (quoted && tokens[i].kind() == Kind.WORD) {
        addNickname(tokens, i);
      }
    }
    addPerson(tokens, end, head ? Mark.HEAD : Mark.STAFF);
  }

  private static boolean isDeputy(Token[] tokens, int i) {
    String before = tokens[i - 1].word();
    String after = i + 1 < tokens.length ? tokens[i + 1].word() : "";
    return before.equals("deputy") || before.equals("assistant") || after.equals("of");
  }

  private void addNickname(Token[] tokens, int start) {
    StringBuilder key = new StringBuilder();
    for (int i = start; i < tokens.length && tokens[i].kind() == Kind.WORD; i++) {
      key.append(squash(tokens[i]));
    }
    names.add(key.toString(), Mark.STAFF_NAME);
  }

  private void addPerson(Token[] tokens, int end, Mark mark) {
    int first = 0;
    while (first < end && TITLES.contains(tokens[first].word())) {
      first++;
    }
    if (first >= end) {
      return;
    }
    StringBuilder full = new StringBuilder();
    for (int i = first; i < end; i++) {
      full.append(squash(tokens[i]));
    }
    int last = lastName(tokens, first, end);
    StringBuilder surname = new StringBuilder();
    for (int i = last; i < end; i++) {
      surname.append(squash(tokens[i]));
    }
    for (String title : TITLES) {
      names.add(title + surname, mark);
      names.add(title + full, mark);
    }
    boolean alone = last == first;
    names.add(full.toString(), alone ? Mark.STAFF_NAME : mark);
    if (surname.length() > 2) {
      names.add(surname.toString(), Mark.STAFF_NAME);
    }
  }

  /** Where the surname starts: the last word, with what a hyphen joins to it. */
  private static int lastName(Token[] tokens, int first, int end) {
    int last = end - 1;
    while (last - 2 >= first && tokens[last - 1].word().equals("-")) {
      last -= 2;
    }
    return last;
  }

  static String squash(Token token) {
    return squash(token.word());
  }

  /** Letters and digits alone, lower case, {@code saint} as {@code st}. */
  static String squash(String text) {
    String folded = String.join(" ", Tokeniser.words(text));
    StringBuilder key = new StringBuilder(folded.length());
    for (String word : folded.split(" ")) {
      appendSquashed(key, word);
    }
    return key.toString();
  }

  static void appendSquashed(StringBuilder key, String word) {
    if (word.equals("saint")) {
      key.append("st");
      return;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        key.append(word.charAt(i));
      }
    }
  }
}
