package earshot.judge;

import earshot.judge.encoder.EncoderExport;
import earshot.judge.encoder.Example;
import earshot.judge.encoder.MiniLm;
import earshot.judge.encoder.Parameters;
import earshot.judge.encoder.Sequences;
import earshot.judge.encoder.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code ./dev train encoder [FOLDER] [--without FILE,FILE]}: learns the encoder that the program
 * ships; or one that has not met some writers, to see how it judges their posts, with its sums for
 * them in a file beside it.
 */
final class TrainEncoder {
  private static final Path FROM = Path.of("target/minilm");
  private static final Path SHIPPED = Path.of("src/main/resources/earshot/judge/encoder.model");
  private static final Path HELD_OUT = Path.of("target/encoder-held-out.model");
  private static final Path SUMS = Path.of("target/encoder-held-out.sums");
  private static final Training.Plan PLAN = new Training.Plan(4, 32, 1e-4f);

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
    List<String> options = List.of(arguments);
    int without = options.indexOf("--without");
    Set<String> heldOut =
        without < 0 ? Set.of() : Set.copyOf(List.of(options.get(without + 1).split(",")));
    Path folder =
        options.isEmpty() || without == 0 ? LabelledPosts.FOLDER : Path.of(options.getFirst());
    TrainEncoder train = new TrainEncoder(LabelledPosts.read(folder), MiniLm.read(FROM));
    if (heldOut.isEmpty()) {
      train.shipped();
    } else {
      train.without(heldOut);
    }
  }

  private void shipped() throws IOException {
    new Training(parameters, PLAN).run(examples(Set.of()), () -> {});
    write(SHIPPED);
  }

  private void without(Set<String> files) throws IOException {
    List<Integer> rows =
        IntStream.range(0, posts.size())
            .filter(i -> files.contains(posts.get(i).file()))
            .boxed()
            .toList();
    EncoderScores scores =
        new EncoderScores(
            rows.stream().map(posts::get).toList(), rows.stream().map(examples::get).toList());
    Training training = new Training(parameters, PLAN);
    training.run(examples(files), () -> scores.print(training));
    write(HELD_OUT);
    scores.write(training, SUMS);
  }

  /** Those of all other files, in an order that is the same each time. */
  List<Example> examples(Set<String> without) {
    List<Example> found = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      if (!without.contains(posts.get(i).file())) {
        found.add(examples.get(i));
      }
    }
    Collections.shuffle(found, new Random(3));
    System.out.printf("Learning from %,d of %,d posts%n", found.size(), posts.size());
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
