package earshot.judge;

import earshot.judge.encoder.Example;
import earshot.judge.encoder.Sequence;
import earshot.judge.encoder.Sequences;
import earshot.judge.text.Token;
import earshot.judge.traits.Reader;
import earshot.judge.traits.Reading;
import java.util.ArrayList;
import java.util.List;

/** Lays labelled posts out as the encoder reads them, each with its right answers. */
final class EncoderExamples {
  private static final float CHILD = 0.25f;
  private static final float NO_CHILD = 0.02f;

  private final Reader reader = new Reader(Model.weights(Model.NAMES));
  private final Sequences sequences;

  EncoderExamples(Sequences sequences) {
    this.sequences = sequences;
  }

  /** Each post in its versions: as it is written, which counts twice, and {@link Varied}. */
  List<List<Example>> of(List<LabelledPost> posts, Questions questions) {
    Varied varied = new Varied(reader);
    List<List<Example>> examples = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Example written = asWritten(posts.get(i), questions.of(i));
      examples.add(List.of(written, written, asWritten(varied.of(posts.get(i)), questions.of(i))));
    }
    return examples;
  }

  /**
   * @param answers the right ones
   */
  Example asWritten(LabelledPost post, float[] answers) {
    Reading reading = Corpus.reading(reader, post);
    // before anything is learnt nothing is known to be telling: a long text is read from its start
    Sequence sequence = sequences.of(reading, count -> new float[count]);
    Token[] tokens = reading.text().tokens();
    return new Example(
        sequence,
        answers,
        within(post.pupilSpans(), tokens, sequence),
        within(evidence(post), tokens, sequence),
        post.labels().contains(Label.IDENTIFIES_PUPIL) ? CHILD : NO_CHILD);
  }

  private static List<Span> evidence(LabelledPost post) {
    List<Span> spans = new ArrayList<>();
    for (String words : post.evidence()) {
      int at = post.post().text().indexOf(words);
      if (at >= 0) {
        spans.add(new Span(at, at + words.length()));
      }
    }
    return spans;
  }

  /** 1 for each piece of a token that stands within one of some spans. */
  private static float[] within(List<Span> spans, Token[] tokens, Sequence sequence) {
    float[] within = new float[sequence.length()];
    for (int t = 0; t < within.length; t++) {
      int number = sequence.tokens()[t];
      if (number >= 0) {
        Token token = tokens[number];
        for (Span span : spans) {
          if (token.start() >= span.start() && token.end() <= span.end()) {
            within[t] = 1;
          }
        }
      }
    }
    return within;
  }
}
