package earshot.judge.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back is the derivative of the way forward; the file holds what was learnt. */
class EncoderGradientTest {
  private static final Sizes TINY = new Sizes(64, 128, 2, 3);
  private static final float STEP = 0.02f;
  private static final int PIECES = 110;

  private final Random random = new Random(1);

  /** Neighbouring parameters of one kind. */
  private record Kind(String name, int from, int length) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Kind> kinds() {
    Layout layout = new Layout(TINY);
    int width = TINY.width();
    List<Kind> kinds = new ArrayList<>();
    kinds.add(new Kind("forms", layout.form(0), Sequence.FORMS * width));
    kinds.add(new Kind("classes", layout.wordClass(0), Sequence.CLASSES * width));
    kinds.add(new Kind("first norm's weights", layout.first(), width));
    kinds.add(new Kind("first norm's biases", layout.first() + width, width));
    for (int l = 0; l < TINY.layers(); l++) {
      Layout.LayerPlace layer = layout.layers().get(l);
      String of = " of layer " + l;
      looks(layer.look(), of).forEach(kinds::add);
      linear("gather" + of, layer.gather()).forEach(kinds::add);
      kinds.add(new Kind("weights of seen" + of, layer.seen(), width));
      kinds.add(new Kind("biases of seen" + of, layer.seen() + width, width));
      linear("widen" + of, layer.widen()).forEach(kinds::add);
      linear("narrow" + of, layer.narrow()).forEach(kinds::add);
      kinds.add(new Kind("weights of thought" + of, layer.thought(), width));
      kinds.add(new Kind("biases of thought" + of, layer.thought() + width, width));
    }
    linear("answers", layout.answers()).forEach(kinds::add);
    return kinds.stream();
  }

  private static List<Kind> linear(String name, Layout.Linear place) {
    return List.of(
        new Kind(name, place.matrix(), place.inputs() * place.outputs()),
        new Kind("biases of " + name, place.bias(), place.outputs()));
  }

  /**
   * Queries, keys and values stand side by side in each row, so only the first row is told apart.
   */
  private static List<Kind> looks(Layout.Linear place, String of) {
    int width = place.inputs();
    return List.of(
        new Kind("look" + of, place.matrix(), width * place.outputs()),
        new Kind("a query" + of, place.matrix(), width),
        new Kind("a key" + of, place.matrix() + width, width),
        new Kind("a value" + of, place.matrix() + 2 * width, width),
        new Kind("biases of queries" + of, place.bias(), width),
        new Kind("biases of values" + of, place.bias() + 2 * width, width));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void gradientsAreThoseThatAreMeasured(Kind kind) {
    Parameters parameters = parameters(TINY);
    float[] gradient = new float[parameters.values.length];
    EncoderPass pass = pass(parameters);
    pass.back(loss(pass).slopes(), gradient);
    // along the gradient, where it shows most, and in two directions that it did not choose
    float[] along = new float[kind.length];
    System.arraycopy(gradient, kind.from, along, 0, kind.length);
    assertThat(length(along)).isPositive();
    agree(parameters, kind, along, gradient);
    for (int i = 0; i < 2; i++) {
      float[] any = new float[kind.length];
      for (int k = 0; k < any.length; k++) {
        any[k] = along[k] * random.nextFloat(-1, 2);
      }
      agree(parameters, kind, any, gradient);
    }
  }

  private void agree(Parameters parameters, Kind kind, float[] direction, float[] gradient) {
    double length = length(direction);
    double expected = 0;
    for (int i = 0; i < direction.length; i++) {
      expected += direction[i] / length * gradient[kind.from + i];
    }
    double more = lossAt(parameters, kind, direction, STEP / length);
    double less = lossAt(parameters, kind, direction, -STEP / length);
    assertThat((more - less) / (2 * STEP))
        .as(kind.name)
        .isCloseTo(expected, within(2e-4 + 0.01 * Math.abs(expected)));
  }

  private double lossAt(Parameters parameters, Kind kind, float[] direction, double step) {
    float[] before = parameters.values.clone();
    for (int i = 0; i < direction.length; i++) {
      parameters.values[kind.from + i] += (float) (step * direction[i]);
    }
    double loss = loss(pass(parameters)).sum();
    System.arraycopy(before, 0, parameters.values, 0, before.length);
    return loss;
  }

  /** The first question matters twice as much as any other; it and the next have evidence. */
  private static Importance importance() {
    float[] answer = new float[TINY.questions()];
    Arrays.fill(answer, 1);
    answer[0] = 2;
    float[] look = new float[answer.length];
    Arrays.fill(look, 0, 2, 0.5f);
    return new Importance(answer, look);
  }

  private static double length(float[] vector) {
    double sum = 0;
    for (float each : vector) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }

  /** With dropout, the same each time, so that its way back is measured too. */
  private static EncoderPass pass(Parameters parameters) {
    return new EncoderPass(parameters, sequences(), Dropout.seeded(7));
  }

  private static Loss loss(EncoderPass pass) {
    return new Loss(pass, examples(), importance(), examples().size());
  }

  private Parameters parameters(Sizes sizes) {
    Parameters.Given given =
        new Parameters.Given(Matrix.zero(PIECES, sizes.width()), Matrix.zero(20, sizes.width()));
    fill(given.meanings().values(), 1);
    fill(given.places().values(), 0.3f);
    Parameters parameters = new Parameters(sizes, given);
    fill(parameters.values, (float) (1.5 / Math.sqrt(sizes.width())));
    parameters.transpose();
    return parameters;
  }

  private void fill(float[] values, float spread) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * spread);
    }
  }

  /** Two in two versions of different lengths, one longer than the places and than two vectors. */
  private static List<List<Example>> examples() {
    Random random = new Random(2);
    return Stream.of(List.of(5, 9), List.of(37, 14))
        .map(lengths -> lengths.stream().map(length -> example(length, random)).toList())
        .toList();
  }

  private static List<Sequence> sequences() {
    return examples().stream().flatMap(List::stream).map(Example::sequence).toList();
  }

  private static Example example(int length, Random random) {
    int[][] classes = new int[length][];
    for (int t = 0; t < length; t++) {
      classes[t] = random.ints(random.nextInt(3), 0, Sequence.CLASSES).toArray();
    }
    Sequence sequence =
        new Sequence(
            random.ints(length, 0, PIECES).toArray(),
            random.ints(length, 0, Sequence.FORMS).toArray(),
            classes,
            IntStream.range(-2, length - 2).map(t -> Math.max(-1, t)).toArray());
    return new Example(
        sequence, bits(TINY.questions(), random), bits(length, random), bits(length, random), 0.5f);
  }

  private static float[] bits(int length, Random random) {
    float[] bits = new float[length];
    for (int i = 0; i < length; i++) {
      bits[i] = random.nextInt(2);
    }
    return bits;
  }

  @Test
  void whatIsReadFromTheFileAnswersLikeWhatWasLearnt() throws IOException {
    Parameters parameters = parameters(new Sizes(Encoder.WIDTH, 64, 1, TINY.questions()));
    Training training =
        new Training(parameters, new Training.Plan(List.of(1, 2), 2, 1e-3f, importance()));
    training.run(examples(), () -> {});
    List<Sequence> sequences = sequences();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    EncoderExport.write(parameters, vocabulary(), sequences, file);
    Encoder encoder = EncoderFile.read(new ByteArrayInputStream(file.toByteArray()));
    List<Encoder.Answer> learnt = training.answers(sequences);
    for (int i = 0; i < learnt.size(); i++) {
      Encoder.Answer read = encoder.read(sequences.get(i));
      assertClose(read.sums(), learnt.get(i).sums());
      assertClose(read.child(), learnt.get(i).child());
      for (int q = 0; q < TINY.questions(); q++) {
        assertClose(read.said()[q], learnt.get(i).said()[q]);
      }
    }
  }

  private static Vocabulary vocabulary() {
    List<String> names = new ArrayList<>(List.of(Pieces.UNKNOWN));
    IntStream.range(1, PIECES).forEach(i -> names.add("piece" + i));
    return new Vocabulary(names);
  }

  /** A byte a number leaves more than two digits. */
  private static void assertClose(float[] read, float[] learnt) {
    assertThat(read).containsExactly(learnt, within(0.05f));
  }
}
