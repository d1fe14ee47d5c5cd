package earshot.judge;

import earshot.school.School;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Plants 2,000 children's names, disguises each in 20 ways, and counts how many are still found.
 */
final class Evasion {
  private static final int NAMES = 2_000;
  private static final School SCHOOL =
      School.named(
          "Hollowbeck Primary School",
          List.of("Hollowbeck", "HPS"),
          List.of("Tarrowby"),
          List.of("Mrs Ada Linton (head)", "Mr Petrie"),
          "Classes: Newt, Toad, Frog.");
  private static final String[] POSTS = {
    "So proud of %s in Year 4 at Hollowbeck, star of the week!",
    "%s from Toad class at Hollowbeck scored twice for the school team on Saturday",
    "Has anybody seen %s, Year 6 at Hollowbeck? Did not come home after school.",
    "that %s in year 5 at hollowbeck is a nasty little bully and everyone knows it"
  };

  private Evasion() {}

  static void run(Judge judge) {
    List<String> names = names();
    Map<String, UnaryOperator<String>> ways = ways();
    boolean[][] found =
        IntStream.range(0, NAMES)
            .parallel()
            .mapToObj(i -> found(judge, POSTS[i % POSTS.length], names.get(i), ways.values()))
            .toArray(boolean[][]::new);
    print(found, List.copyOf(ways.keySet()));
  }

  private static List<String> names() {
    List<String> forenames = list("forenames");
    List<String> surnames = list("surnames");
    Random random = new Random(3);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      names.add(
          title(forenames.get(random.nextInt(forenames.size())))
              + " "
              + title(surnames.get(random.nextInt(surnames.size()))));
    }
    return names;
  }

  /** Whether a name is found as it is, then in each disguise. */
  private static boolean[] found(
      Judge judge, String post, String name, Collection<UnaryOperator<String>> ways) {
    boolean[] found = new boolean[1 + ways.size()];
    found[0] = isFound(judge, post, name);
    int i = 1;
    for (UnaryOperator<String> way : ways) {
      found[i++] = isFound(judge, post, way.apply(name));
    }
    return found;
  }

  private static void print(boolean[][] found, List<String> ways) {
    System.out.printf("%nEvasion: %,d planted names, disguised in %d ways%n", NAMES, ways.size());
    double clean = share(found, 0);
    double all = 0;
    for (int way = 0; way < ways.size(); way++) {
      double disguised = share(found, way + 1);
      all += disguised / ways.size();
      System.out.printf(
          "  %-26s found %.3f of what is found undisguised%n", ways.get(way), disguised / clean);
    }
    System.out.printf(
        "  all: undisguised %.3f found, disguised %.3f, ratio %.4f%n", clean, all, all / clean);
  }

  private static double share(boolean[][] found, int column) {
    return Arrays.stream(found).filter(row -> row[column]).count() / (double) found.length;
  }

  /**
   * Whether the post is held to identify a child and the words to be masked hold the whole name.
   */
  private static boolean isFound(Judge judge, String post, String name) {
    String text = post.formatted(name);
    int start = text.indexOf(name);
    int end = start + name.length();
    Judgement judgement = judge.judge(new Post("facebook", "", "", text), SCHOOL);
    if (!judgement.labels().contains(Label.IDENTIFIES_PUPIL)) {
      return false;
    }
    boolean first = false;
    boolean last = false;
    for (Span span : judgement.pupil()) {
      first |= span.start() <= start + 2 && span.end() > start + 2;
      last |= span.start() < end - 2 && span.end() >= end - 2;
    }
    return first && last;
  }

  private static List<String> list(String file) {
    return Varied.shipped(file).filter(name -> name.matches("[a-z]{4,}")).toList();
  }

  private static String title(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Map<String, UnaryOperator<String>> ways() {
    Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
    ways.put(
        "Cyrillic look-alikes",
        name -> exchange(name, "aeopcyxiASEOPCTMHKB", "аеорсухіАЅЕОРСТМНКВ"));
    ways.put("Greek look-alikes", name -> exchange(name, "ovAEIKMNOT", "ονΑΕΙΚΜΝΟΤ"));
    ways.put("one look-alike", name -> name.replaceFirst("[aeo]", "а"));
    ways.put("full width", name -> shift(name, c -> c - '!' + 0xFF01));
    ways.put("mathematical bold", name -> letters(name, 0x1D400, 0x1D41A));
    ways.put("mathematical sans", name -> letters(name, 0x1D5A0, 0x1D5BA));
    ways.put("circled", name -> letters(name, 0x24B6, 0x24D0));
    ways.put("zero-width space", name -> between(name, "\u200B"));
    ways.put("zero-width joiner", name -> between(name, "\u200D"));
    ways.put("soft hyphen", name -> between(name, "\u00AD"));
    ways.put("word joiner", name -> between(name, "\u2060"));
    ways.put("bidi marks", name -> "\u202A" + between(name, "\u200E") + "\u202C");
    ways.put("combining acute", name -> between(name, "\u0301"));
    ways.put("combining strike", name -> between(name, "\u0336"));
    ways.put("leet, one", name -> name.replaceFirst("(?<=.)i", "1").replaceFirst("(?<=.)e", "3"));
    ways.put("leet, vowels", name -> exchange(name, "aeio", "4310"));
    ways.put("spaced", name -> spaced(name, " "));
    ways.put("dotted", name -> spaced(name, "."));
    ways.put("repeated letters", name -> name.replaceAll("([aeiouy])(?=\\b)", "$1$1$1"));
    ways.put("diacritics", name -> exchange(name, "aeionu", "äéîöñû"));
    return ways;
  }

  private static String exchange(String name, String from, String to) {
    StringBuilder changed = new StringBuilder();
    for (char c : name.toCharArray()) {
      int at = from.indexOf(c);
      changed.append(at < 0 ? c : to.charAt(at));
    }
    return changed.toString();
  }

  private static String shift(String name, IntUnaryOperator letter) {
    StringBuilder changed = new StringBuilder();
    name.chars().forEach(c -> changed.appendCodePoint(c == ' ' ? c : letter.applyAsInt(c)));
    return changed.toString();
  }

  private static String letters(String name, int upper, int lower) {
    return shift(name, c -> Character.isUpperCase(c) ? upper + c - 'A' : lower + c - 'a');
  }

  private static String between(String name, String sign) {
    List<String> words = new ArrayList<>();
    for (String word : name.split(" ")) {
      words.add(String.join(sign, word.split("")));
    }
    return String.join(" ", words);
  }

  private static String spaced(String name, String sign) {
    List<String> words = new ArrayList<>();
    for (String word : name.split(" ")) {
      words.add(String.join(sign, word.split("")));
    }
    return String.join("  ", words);
  }
}
