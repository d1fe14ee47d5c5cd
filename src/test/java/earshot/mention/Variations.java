package earshot.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What papers, feeds and hurried editors do to a text on its way to another place. */
final class Variations {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s+");
  private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]");
  private static final String FOOTER =
      """
      This article first appeared elsewhere and is shown here under an agreement. All rights are
      reserved. Sign up for our newsletter to get the day's stories in your inbox every morning, and
      follow us on social media for the latest news, sport, weather and travel from where you live.
      Do you have a story for us? Write to the newsroom, and tell us what you think below.""";
  private static final int LONGEST_TEASER = 50;
  private static final int SHORTEST_TEASER = 25;

  private final Random random;
  private final List<String> vocabulary;

  /**
   * @param vocabulary from which replaced words come, as frequent as in running text
   */
  Variations(Random random, List<String> vocabulary) {
    this.random = random;
    this.vocabulary = vocabulary;
  }

  /** Every variation of a text that changes it, by name. */
  Map<String, String> of(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("teaser cut", teaser(text));
    all.put("changed headline", "Updated: what we know so far about today's events\n" + text);
    all.put("updated figures", figures(text));
    all.put("quotes removed", withoutQuotes(text));
    all.put("syndication footer", withFooter(text));
    for (int percent : new int[] {10, 20, 30, 40}) {
      all.put(percent + " % of words replaced", replaced(text, percent));
    }
    all.values().removeIf(variation -> variation.equals(text) || variation.length() < 80);
    return all;
  }

  /** As a paper prints it below all that it prints. */
  static String withFooter(String text) {
    return text + "\n" + FOOTER;
  }

  private String teaser(String text) {
    String[] words = text.split("\\s+");
    int length = SHORTEST_TEASER + random.nextInt(LONGEST_TEASER - SHORTEST_TEASER);
    return Arrays.stream(words).limit(length).collect(Collectors.joining(" ")) + " …";
  }

  private String figures(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(found -> Integer.toString(random.nextInt(10 * found.group().length() + 90)));
  }

  private static String withoutQuotes(String text) {
    return SENTENCE
        .splitAsStream(text)
        .filter(sentence -> !QUOTED.matcher(sentence).find())
        .collect(Collectors.joining(" "));
  }

  private String replaced(String text, int percent) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      words.add(
          random.nextInt(100) < percent ? vocabulary.get(random.nextInt(vocabulary.size())) : word);
    }
    return String.join(" ", words);
  }
}
