package earshot.judge;

import earshot.judge.weigh.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./dev train}: learns every model that the program ships, the same each time. */
final class TrainJudge {
  private static final Path MODELS = Path.of("src/main/resources/earshot/judge");

  private TrainJudge() {}

  public static void main(String[] arguments) throws IOException {
    List<LabelledPost> posts = LabelledPosts.read(LabelledPosts.FOLDER);
    System.out.printf("Learning from %,d posts by %d writers%n", posts.size(), writers(posts));
    Learning learning = new Learning(posts);
    Map<String, Learning.Learnt> byFile = learning.learnByFile();
    Model model =
        learning.model(learning.learn(post -> true), learning.holdOut(byFile), post -> true);
    write(model.labels(), Model.LABELS);
    write(model.details(), Model.DETAILS);
  }

  private static long writers(List<LabelledPost> posts) {
    return posts.stream().map(LabelledPost::file).distinct().count();
  }

  private static void write(Weights weights, String name) throws IOException {
    Path file = MODELS.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
    System.out.printf("%s: %,d bytes%n", file, Files.size(file));
  }
}
