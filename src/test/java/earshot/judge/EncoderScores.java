package earshot.judge;

import earshot.judge.encoder.Encoder;
import earshot.judge.encoder.Example;
import earshot.judge.encoder.Sequence;
import earshot.judge.encoder.Training;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What an encoder says of posts that it does not learn from, and how well. */
final class EncoderScores {
  /** Words that may identify a child are taken for such above this sum: better too many. */
  private static final float CHILD = -1;

  private final List<LabelledPost> posts;
  private final List<Example> examples;
  private final Questions questions;

  EncoderScores(List<LabelledPost> posts, EncoderExamples reading) {
    this.posts = posts;
    questions = new Questions(posts);
    examples =
        IntStream.range(0, posts.size())
            .mapToObj(i -> reading.asWritten(posts.get(i), questions.of(i)))
            .toList();
  }

  private List<Encoder.Answer> answers(Training training) {
    List<Sequence> sequences = examples.stream().map(Example::sequence).toList();
    return training.answers(sequences);
  }

  void print(Training training) {
    List<Encoder.Answer> answers = answers(training);
    StringBuilder each = new StringBuilder();
    double sum = 0;
    for (int q = 0; q < questions.count(); q++) {
      float[] sums = new float[posts.size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = answers.get(i).sums()[q];
      }
      double precision = Calibration.averagePrecision(sums, questions.answers(q));
      // the first questions are the labels
      sum += q < Label.values().length ? precision : 0;
      each.append(String.format(Locale.ROOT, " %s %.3f", questions.names().get(q), precision));
    }
    System.out.printf(
        Locale.ROOT,
        "Held out: average precision %.4f over the labels;%s%n",
        sum / Label.values().length,
        each);
    printChild(answers);
  }

  /** Of the pieces of the posts that identify a child. */
  private void printChild(List<Encoder.Answer> answers) {
    int meant = 0;
    int said = 0;
    int both = 0;
    for (int i = 0; i < posts.size(); i++) {
      int[] tokens = examples.get(i).sequence().tokens();
      boolean asked = posts.get(i).labels().contains(Label.IDENTIFIES_PUPIL);
      for (int t = 0; asked && t < tokens.length; t++) {
        boolean is = tokens[t] >= 0 && examples.get(i).child()[t] > 0;
        boolean found = tokens[t] >= 0 && answers.get(i).child()[t] > CHILD;
        meant += is ? 1 : 0;
        said += found ? 1 : 0;
        both += is && found ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Words that identify a child: recall %.3f, precision %.3f%n",
        both / Math.max(1.0, meant),
        both / Math.max(1.0, said));
  }
}
