package earshot.judge;

import earshot.judge.weigh.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dev train [FOLDER]}: learns every model that the program ships, the same each time, and
 * says how well models that met neither writer nor school of a post judge it.
 */
final class TrainJudge {
  private static final Path MODELS = Path.of("src/main/resources/earshot/judge");

  private TrainJudge() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : LabelledPosts.FOLDER;
    List<LabelledPost> posts = LabelledPosts.read(folder);
    System.out.printf(
        "Learning from %,d posts by %d writers%n",
        posts.size(), posts.stream().map(LabelledPost::file).distinct().count());
    PublicData.writeHashes(MODELS);
    Learning learning = new Learning(posts, PublicData.names());
    learning.tell();
    Model.Learnt learnt = learning.model().learnt();
    write(learnt.labels(), Model.LABELS);
    write(learnt.details(), Model.DETAILS);
    write(learnt.names(), Model.NAMES);
    try (OutputStream out = Files.newOutputStream(MODELS.resolve(Model.MIXTURE))) {
      learnt.mixture().write(out);
    }
    CrossValidation.score(learning, posts).print("Held out: no writer, no school met before");
  }

  private static void write(Weights weights, String name) throws IOException {
    Path file = MODELS.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
    System.out.printf("%s: %,d bytes%n", file, Files.size(file));
  }
}
