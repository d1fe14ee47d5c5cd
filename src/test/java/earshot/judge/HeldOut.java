package earshot.judge;

import earshot.judge.encoder.Encoder;
import earshot.judge.traits.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the encoder that ships says of posts by writers and about schools that it has not met:
 * {@code ./dev train encoder} keeps some files from it. Whatever is measured or calibrated is
 * measured on these answers.
 */
final class HeldOut {
  static final Path FILE = Path.of("src/training/encoder-held-out.tsv");

  /** The files that are kept from it, one writer each. */
  static final Set<String> FILES =
      Set.of(
          "dev",
          "train-lv",
          "train-lw",
          "train-lx",
          "train-ly",
          "train-lz",
          "train-ma",
          "train-mb");

  private HeldOut() {}

  /** The answers by the id of the post. */
  static Map<String, CarefulReader.Read> read() {
    try (Stream<String> lines = Files.lines(FILE)) {
      Map<String, CarefulReader.Read> read = new HashMap<>();
      lines.forEach(
          line -> {
            String[] columns = line.split("\t", -1);
            read.put(
                columns[0],
                new CarefulReader.Read(floats(columns[1]), new float[0][], floats(columns[2])));
          });
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks an encoder about posts that it has not met, and keeps what it says. */
  static void write(List<LabelledPost> posts, Encoder encoder) throws IOException {
    CarefulReader reader = CarefulReader.with(encoder);
    Reader words = new Reader(Model.weights(Model.NAMES));
    List<String> lines = new ArrayList<>();
    for (LabelledPost post : posts) {
      CarefulReader.Read read = reader.read(Corpus.reading(words, post), float[]::new);
      lines.add(post.id() + "\t" + written(read.sums()) + "\t" + written(read.child()));
    }
    lines.sort(null);
    Files.write(FILE, lines);
  }

  private static float[] floats(String column) {
    String[] numbers = column.isEmpty() ? new String[0] : column.split(" ");
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(numbers[i]);
    }
    return floats;
  }

  private static String written(float[] floats) {
    List<String> numbers = new ArrayList<>();
    for (float number : floats) {
      numbers.add(String.format(Locale.ROOT, "%.2f", number));
    }
    return String.join(" ", numbers);
  }
}
