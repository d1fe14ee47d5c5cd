package earshot.judge;

import earshot.judge.encoder.EncoderExport;
import earshot.judge.encoder.Example;
import earshot.judge.encoder.MiniLm;
import earshot.judge.encoder.Parameters;
import earshot.judge.encoder.Sequence;
import earshot.judge.encoder.Sequences;
import earshot.judge.encoder.Training;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * {@code ./dev train encoder [FOLDER]}: learns the careful reader, and tells after each pass how
 * well it judges posts that it does not learn from ({@link HeldOut}).
 */
final class TrainEncoder {
  private static final Path FROM = Path.of("target/minilm");
  private static final Path SHIPPED = Path.of("src/main/resources/earshot/judge/encoder.model");
  private static final int BATCH = 32;
  private static final float RATE = 1.2e-4f;

  /** Those whose judgement labels.md was written by: they are met three times as often. */
  private static final Set<String> GUIDES =
      Set.of("train-a", "train-b", "train-c", "train-d", "train-e");

  private final List<LabelledPost> heldOut;
  private final EncoderExamples reading;
  private final List<List<Example>> examples = new ArrayList<>();
  private final MiniLm start;
  private final Parameters parameters;
  private final Training training;

  TrainEncoder(List<LabelledPost> posts, MiniLm start) {
    this.start = start;
    heldOut = posts.stream().filter(HeldOut::has).toList();
    reading = new EncoderExamples(new Sequences(start.vocabulary().pieces()));
    List<LabelledPost> learnt = posts.stream().filter(post -> !HeldOut.has(post)).toList();
    Questions questions = new Questions(learnt);
    List<List<Example>> each = reading.of(learnt, questions);
    for (int i = 0; i < each.size(); i++) {
      int times = GUIDES.contains(learnt.get(i).file()) ? 3 : 1;
      examples.addAll(Collections.nCopies(times, each.get(i)));
    }
    parameters = start.parameters(questions.count());
    Training.Plan plan = new Training.Plan(List.of(2, 2), BATCH, RATE, questions.importance());
    training = new Training(parameters, plan);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]) : LabelledPosts.FOLDER;
    new TrainEncoder(LabelledPosts.read(folder), MiniLm.read(FROM)).run();
  }

  private void run() throws IOException {
    System.out.printf("Learning from %,d examples%n", examples.size());
    EncoderScores scores = new EncoderScores(heldOut, reading);
    training.run(examples, () -> scores.print(training));
    try (OutputStream out = Files.newOutputStream(SHIPPED)) {
      EncoderExport.write(parameters, start.vocabulary(), sequences(), out);
    }
    System.out.printf("%s: %,d bytes%n", SHIPPED, Files.size(SHIPPED));
  }

  private List<Sequence> sequences() {
    return examples.stream().flatMap(List::stream).map(Example::sequence).toList();
  }
}
