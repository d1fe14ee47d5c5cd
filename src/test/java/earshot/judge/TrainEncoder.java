package earshot.judge;

import earshot.judge.encoder.EncoderExport;
import earshot.judge.encoder.EncoderFile;
import earshot.judge.encoder.Example;
import earshot.judge.encoder.Importance;
import earshot.judge.encoder.MiniLm;
import earshot.judge.encoder.Parameters;
import earshot.judge.encoder.Sequence;
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
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * {@code ./dev train encoder [FOLDER]}: learns the careful reader. First without the posts of three
 * writers, to see how it judges them and to calibrate on what it says of them; then those too,
 * often, and a part of the others once more, which is what ships.
 */
final class TrainEncoder {
  private static final Path FROM = Path.of("target/minilm");
  private static final Path SHIPPED = Path.of("src/main/resources/earshot/judge/encoder.model");
  private static final Path HELD_OUT = Path.of("target/encoder-held-out.model");
  private static final int BATCH = 32;

  /** Those whose judgement labels.md was written by: they are met three times as often. */
  private static final Set<String> GUIDES =
      Set.of("dev", "train-a", "train-b", "train-c", "train-d", "train-e");

  private final List<LabelledPost> posts;
  private final List<List<Example>> examples;
  private final Importance importance;
  private final MiniLm start;
  private final Parameters parameters;

  TrainEncoder(List<LabelledPost> posts, MiniLm start) {
    this.posts = posts;
    this.start = start;
    Questions questions = new Questions(posts);
    importance = questions.importance();
    Sequences sequences = new Sequences(start.vocabulary().pieces());
    examples = new EncoderExamples(sequences).of(posts, questions);
    parameters = start.parameters(questions.count());
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : LabelledPosts.FOLDER;
    TrainEncoder train = new TrainEncoder(LabelledPosts.read(folder), MiniLm.read(FROM));
    train.without();
    train.training(List.of(2), 5e-5f).run(train.all(), () -> {});
    train.write(SHIPPED);
  }

  private Training training(List<Integer> versions, float rate) {
    return new Training(parameters, new Training.Plan(versions, BATCH, rate, importance));
  }

  private void without() throws IOException {
    List<Integer> rows =
        IntStream.range(0, posts.size())
            .filter(i -> HeldOut.FILES.contains(posts.get(i).file()))
            .boxed()
            .toList();
    EncoderScores scores =
        new EncoderScores(
            rows.stream().map(posts::get).toList(),
            rows.stream().map(i -> examples.get(i).get(0)).toList());
    Training training = training(List.of(1, 2), 1.2e-4f);
    training.run(others(), () -> scores.print(training));
    write(HELD_OUT);
    try (InputStream in = Files.newInputStream(HELD_OUT)) {
      HeldOut.write(rows.stream().map(posts::get).toList(), EncoderFile.read(in));
    }
  }

  /** What it learns from without the posts that are held out. */
  private List<List<Example>> others() {
    return examples(file -> HeldOut.FILES.contains(file) ? 0 : GUIDES.contains(file) ? 3 : 1, 1);
  }

  /** Those that it had not met, often, and of the others a part, so that they are not forgotten. */
  private List<List<Example>> all() {
    return examples(file -> HeldOut.FILES.contains(file) ? 3 : 1, 4);
  }

  /**
   * In an order that is the same each time.
   *
   * @param times how often those of a file
   * @param each of the files that are no guides every so manieth post
   */
  private List<List<Example>> examples(ToIntFunction<String> times, int each) {
    List<List<Example>> found = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      String file = posts.get(i).file();
      if (GUIDES.contains(file) || i % each == 0) {
        found.addAll(Collections.nCopies(times.applyAsInt(file), examples.get(i)));
      }
    }
    Collections.shuffle(found, new Random(3));
    System.out.printf("Learning from %,d examples%n", found.size());
    return found;
  }

  private List<Sequence> sequences() {
    return examples.stream().flatMap(List::stream).map(Example::sequence).toList();
  }

  private void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      EncoderExport.write(parameters, start.vocabulary(), sequences(), out);
    }
    System.out.printf("%s: %,d bytes%n", file, Files.size(file));
  }
}
