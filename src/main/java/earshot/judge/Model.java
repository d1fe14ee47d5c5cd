package earshot.judge;

import earshot.judge.encoder.Encoder;
import earshot.judge.encoder.EncoderFile;
import earshot.judge.names.Gazetteer;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Detail;
import earshot.judge.traits.Observer;
import earshot.judge.traits.Reader;
import earshot.judge.weigh.Mixture;
import earshot.judge.weigh.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * The learnt part of the judge: what is observed in a post, and what was learnt of it.
 *
 * @param learnt the weights
 * @param careful reads a post as a whole
 */
record Model(
    Reader reader, Observer observer, Detail detail, Learnt learnt, CarefulReader careful) {
  static final String LABELS = "labels.model";
  static final String MIXTURE = "mixture.model";
  static final String DETAILS = "details.model";
  static final String NAMES = "names.model";
  static final String ENCODER = "encoder.model";

  /**
   * What was learnt.
   *
   * @param labels a sum for each question about a post, then one for each hidden unit of a small
   *     net
   * @param mixture joins them into probabilities
   * @param details answers whether a token is one of the words that identify a child
   * @param names tags persons' names
   */
  record Learnt(Weights labels, Mixture mixture, Weights details, Weights names) {}

  static Model of(Learnt learnt, CarefulReader careful) {
    WordClasses classes = WordClasses.shipped();
    Gazetteer gazetteer = Gazetteer.shipped();
    return new Model(
        new Reader(learnt.names()),
        new Observer(classes, gazetteer),
        new Detail(classes, gazetteer),
        learnt,
        careful);
  }

  /** The models that the program ships. */
  static Model shipped() {
    return of(
        new Learnt(weights(LABELS), mixture(), weights(DETAILS), weights(NAMES)),
        CarefulReader.with(encoder()));
  }

  static Weights weights(String name) {
    return read(name, Weights::read);
  }

  private static Mixture mixture() {
    return read(MIXTURE, Mixture::read);
  }

  static Encoder encoder() {
    return read(ENCODER, EncoderFile::read);
  }

  /** A checksum over the files of all that was learnt. */
  static String fingerprint() {
    CRC32 sum = new CRC32();
    for (String name : List.of(LABELS, MIXTURE, DETAILS, NAMES, ENCODER)) {
      sum.update(read(name, InputStream::readAllBytes));
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private interface Reading<T> {
    T of(InputStream in) throws IOException;
  }

  private static <T> T read(String name, Reading<T> reading) {
    try (InputStream in =
        Objects.requireNonNull(Model.class.getResourceAsStream("/earshot/judge/" + name), name)) {
      return reading.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
