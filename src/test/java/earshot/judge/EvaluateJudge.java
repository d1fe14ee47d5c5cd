package earshot.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code ./dev evaluate judge [--unseen] [--evasion] [--bias] [--public] [FOLDER]}: how well it
 * judges. Without an option: everything.
 */
final class EvaluateJudge {
  /** Posts that nothing is learnt from. */
  private static final Path UNSEEN = Path.of("src/training/unseen-posts");

  private EvaluateJudge() {}

  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    List<String> parts = options.stream().filter(option -> option.startsWith("--")).toList();
    Path folder =
        options.stream()
            .filter(option -> !option.startsWith("--"))
            .map(Path::of)
            .findFirst()
            .orElse(LabelledPosts.FOLDER);
    Map<String, Double> vader =
        PublicData.isThere()
            ? Baselines.vader(PublicData.FOLDER.resolve("vader/lexicon.tsv"))
            : Map.of();
    if (parts.isEmpty()) {
      posts(LabelledPosts.read(folder), vader);
    }
    if (parts.isEmpty() || parts.contains("--unseen")) {
      unseen(LabelledPosts.read(UNSEEN));
    }
    if (parts.isEmpty() || parts.contains("--public")) {
      publicSets(vader);
    }
    if (parts.isEmpty() || parts.contains("--evasion")) {
      Evasion.run(Judges.shipped());
    }
    if (parts.isEmpty() || parts.contains("--bias")) {
      Bias.run(Judges.shipped());
    }
  }

  private static void posts(List<LabelledPost> posts, Map<String, Double> vader) {
    List<LabelledPost> measured = posts.stream().filter(HeldOut::has).toList();
    Baselines.majority(measured).print("Majority: about the school, nothing to report");
    Baselines.wordList(measured).print("Word list");
    if (!vader.isEmpty()) {
      Baselines.vader(measured, vader).print("VADER's lexicon");
    }
    Baselines.bagOfWords(posts, measured).print("Plain bag of words, logistic regression");
    Learning learning = new Learning(posts, PublicData.names());
    learning.tell();
    CrossValidation.score(learning, posts).print("Judge: no writer, no school met before");
  }

  /** What ships, as it ships, on posts that none of it has met. */
  private static void unseen(List<LabelledPost> posts) {
    Judge judge = Judges.shipped();
    Baselines.score(posts, post -> judge.judge(post.post(), post.school()))
        .print("What ships: posts that nothing was learnt from");
  }

  private static void publicSets(Map<String, Double> vader) throws IOException {
    if (PublicData.isThere()) {
      PublicSets.run(PublicData.FOLDER, vader);
    } else {
      System.out.println("No public sets in " + PublicData.FOLDER + ": not measured on them");
    }
  }
}
