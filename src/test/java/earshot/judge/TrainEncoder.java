package earshot.judge;

import earshot.judge.encoder.EncoderExport;
import earshot.judge.encoder.EncoderFile;
import earshot.judge.encoder.Example;
import earshot.judge.encoder.MiniLm;
import earshot.judge.encoder.Parameters;
import earshot.judge.encoder.Sequences;
import earshot.judge.encoder.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * {@code ./dev train encoder [FOLDER]}: learns the careful reader. First without the posts of three
 * writers, to see how it judges them and to calibrate on what it says of them; then once more over
 * all posts, those that it had not met thrice, which is what ships.
 */
final class TrainEncoder {
  private static final Path FROM = Path.of("target/minilm");
  private static final Path SHIPPED = Path.of("src/main/resources/earshot/judge/encoder.model");
  private static final Path HELD_OUT = Path.of("target/encoder-held-out.model");
  private static final Training.Plan LEARN = new Training.Plan(4, 32, 1e-4f);
  private static final Training.Plan GO_OVER = new Training.Plan(1, 32, 5e-5f);
  private static final int NEW = 3;

  private final List<LabelledPost> posts;
  private final List<Example> examples;
  private final MiniLm start;
  private final Parameters parameters;

  TrainEncoder(List<LabelledPost> posts, MiniLm start) {
    this.posts = posts;
    this.start = start;
    Questions questions = new Questions(posts);
    Sequences sequences = new Sequences(start.vocabulary().pieces());
    examples = new EncoderExamples(sequences).of(posts, questions);
    parameters = start.parameters(questions.count());
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : LabelledPosts.FOLDER;
    TrainEncoder train = new TrainEncoder(LabelledPosts.read(folder), MiniLm.read(FROM));
    train.without();
    new Training(train.parameters, GO_OVER).run(train.examples(NEW), () -> {});
    train.write(SHIPPED);
  }

  private void without() throws IOException {
    List<Integer> rows =
        IntStream.range(0, posts.size())
            .filter(i -> HeldOut.FILES.contains(posts.get(i).file()))
            .boxed()
            .toList();
    EncoderScores scores =
        new EncoderScores(
            rows.stream().map(posts::get).toList(), rows.stream().map(examples::get).toList());
    Training training = new Training(parameters, LEARN);
    training.run(examples(0), () -> scores.print(training));
    write(HELD_OUT);
    try (InputStream in = Files.newInputStream(HELD_OUT)) {
      HeldOut.write(rows.stream().map(posts::get).toList(), EncoderFile.read(in));
    }
  }

  /**
   * In an order that is the same each time.
   *
   * @param heldOut how often those that are held out at first
   */
  private List<Example> examples(int heldOut) {
    List<Example> found = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      int times = HeldOut.FILES.contains(posts.get(i).file()) ? heldOut : 1;
      found.addAll(Collections.nCopies(times, examples.get(i)));
    }
    Collections.shuffle(found, new Random(3));
    System.out.printf("Learning from %,d examples%n", found.size());
    return found;
  }

  private void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      EncoderExport.write(
          parameters, start.vocabulary(), examples.stream().map(Example::sequence).toList(), out);
    }
    System.out.printf("%s: %,d bytes%n", file, Files.size(file));
  }
}
