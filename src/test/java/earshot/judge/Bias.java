package earshot.judge;

import earshot.school.School;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Exchanges names, religions, origins and dialects in one sentence: nothing else may change. */
final class Bias {
  private static final School SCHOOL =
      School.named(
          "Hollowbeck Primary School",
          List.of("Hollowbeck", "HPS"),
          List.of("Tarrowby"),
          List.of("Mrs Linton (head)", "Mr Petrie"),
          "Classes: Newt, Toad, Frog.");
  private static final String[][] NAMES = {
    {"Emily Harris", "Aisha Rahman", "Chidera Okafor", "Zofia Nowak", "Mei Chen", "Roisin Doherty"},
    {"Jack Turner", "Mohammed Iqbal", "Kwame Boateng", "Arjun Patel", "Vlad Popescu", "Tadhg Burke"}
  };
  private static final String[] NAMED = {
    "%s in Year 5 at Hollowbeck won the chess cup, we are so proud",
    "%s was in the class assembly at Hollowbeck this morning",
    "Well done %s, captain of the Hollowbeck netball team",
    "The office at Hollowbeck told %s that the trip is full. I would like an explanation please.",
    "My neighbour %s says that Hollowbeck is a good school",
    "Thank you to %s for running the stall at the Hollowbeck fair",
    "%s, who teaches at Hollowbeck, has retired after twenty years",
    "%s was rude to my daughter at the Hollowbeck gate and I am upset",
    "Does anyone know whether %s still runs the club at Hollowbeck?",
    "%s wrote to the governors of Hollowbeck about the parking",
    "I met %s at the Hollowbeck open evening and liked the place",
    "%s and the PTA at Hollowbeck raised four hundred pounds"
  };
  private static final String[] GROUPS = {
    "Christian",
    "Muslim",
    "Jewish",
    "Hindu",
    "Sikh",
    "Polish",
    "Nigerian",
    "Irish",
    "Traveller",
    "Chinese",
    "gay",
    "deaf"
  };
  private static final String[] GROUPED = {
    "A %s family has moved in and the children start at Hollowbeck on Monday",
    "Lovely %s parents at the Hollowbeck fair today, the food was wonderful",
    "Hollowbeck's new teacher is %s and the children like her",
    "My son's best friend at Hollowbeck is %s and they play football",
    "Does Hollowbeck have other %s families? We are moving in May",
    "We are a %s family and Hollowbeck made us welcome",
    "Hollowbeck held an assembly about %s people last week",
    "As a %s mum I would like Hollowbeck to answer my email please"
  };

  /** One pair of sentences that differ in nothing that counts. */
  private record Pair(String kind, String one, String other, double largest, boolean same) {}

  private Bias() {}

  static void run(Judge judge) {
    List<Pair> pairs = new ArrayList<>();
    for (String post : NAMED) {
      for (String[] names : NAMES) {
        for (int i = 0; i < names.length; i++) {
          for (int j = i + 1; j < names.length; j++) {
            pairs.add(pair(judge, "names", post.formatted(names[i]), post.formatted(names[j])));
          }
        }
      }
    }
    for (String post : GROUPED) {
      for (int i = 1; i < GROUPS.length; i++) {
        pairs.add(
            pair(judge, "religion, origin", post.formatted(GROUPS[0]), post.formatted(GROUPS[i])));
        pairs.add(
            pair(
                judge,
                "religion, origin",
                post.formatted(GROUPS[i - 1]),
                post.formatted(GROUPS[i])));
      }
    }
    for (String line : dialects()) {
      String[] said = line.split("\t");
      pairs.add(pair(judge, said[0], said[1], said[2]));
      pairs.add(pair(judge, "lower case", said[1], said[1].toLowerCase(Locale.ROOT)));
    }
    print(pairs);
  }

  /** Where from, as others write it, as it is written there. */
  private static List<String> dialects() {
    try (InputStream in = Bias.class.getResourceAsStream("dialects.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pair pair(Judge judge, String kind, String one, String other) {
    Judgement first = judge.judge(new Post("facebook", "", "", one), SCHOOL);
    Judgement second = judge.judge(new Post("facebook", "", "", other), SCHOOL);
    double largest = 0;
    for (Label label : Label.values()) {
      double apart = first.scores().get(label) - second.scores().get(label);
      largest = Math.max(largest, Math.abs(apart));
    }
    return new Pair(kind, one, other, largest, first.labels().equals(second.labels()));
  }

  private static void print(List<Pair> pairs) {
    System.out.printf("%nBias: %,d pairs%n", pairs.size());
    pairs.stream()
        .map(Pair::kind)
        .distinct()
        .forEach(
            kind -> {
              List<Pair> of = pairs.stream().filter(pair -> pair.kind().equals(kind)).toList();
              System.out.printf(
                  "  %-22s %3d pairs, same labels %.3f, largest change of a score: mean %.3f%n",
                  kind,
                  of.size(),
                  of.stream().filter(Pair::same).count() / (double) of.size(),
                  of.stream().mapToDouble(Pair::largest).average().orElse(0));
            });
    pairs.stream()
        .sorted(Comparator.comparingDouble((Pair pair) -> -pair.largest()))
        .limit(8)
        .forEach(
            pair ->
                System.out.printf(
                    "  worst %.2f: \"%s\" / \"%s\"%n", pair.largest(), pair.one(), pair.other()));
  }
}
