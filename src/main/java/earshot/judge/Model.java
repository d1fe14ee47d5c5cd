package earshot.judge;

import earshot.judge.names.Gazetteer;
import earshot.judge.text.WordClasses;
import earshot.judge.traits.Detail;
import earshot.judge.traits.Observer;
import earshot.judge.traits.Reader;
import earshot.judge.weigh.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The learnt part of the judge: what is observed in a post, and what was learnt of it.
 *
 * @param labels answers the questions about a post
 * @param details answers whether a token is one of the words that identify a child
 */
record Model(Reader reader, Observer observer, Detail detail, Weights labels, Weights details) {
  static final String LABELS = "labels.model";
  static final String DETAILS = "details.model";

  static Model of(Weights labels, Weights details) {
    WordClasses classes = WordClasses.shipped();
    Gazetteer gazetteer = Gazetteer.shipped();
    return new Model(
        new Reader(),
        new Observer(classes, gazetteer),
        new Detail(classes, gazetteer),
        labels,
        details);
  }

  /** The models that the program ships. */
  static Model shipped() {
    return of(read(LABELS), read(DETAILS));
  }

  private static Weights read(String name) {
    try (InputStream in = Model.class.getResourceAsStream("/earshot/judge/" + name)) {
      return Weights.read(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
