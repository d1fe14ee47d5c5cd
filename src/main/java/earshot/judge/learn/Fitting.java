package earshot.judge.learn;

import earshot.judge.correct.Correction;
import earshot.judge.correct.Example;
import earshot.judge.correct.Question;
import earshot.judge.correct.Thresholds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Fits a correction: a line for each question that the judge got wrong for the school. The shipped
 * examples stand beside the school's own so that what is right elsewhere stays put.
 */
final class Fitting {
  /** How much a shipped example counts beside one of the school's own. */
  private static final double ANCHOR = 0.5;

  /** What went wrong once is chance. */
  private static final int FEWEST_WRONG = 2;

  private final Thresholds thresholds;
  private final double hold;

  Fitting(Thresholds thresholds, double hold) {
    this.thresholds = thresholds;
    this.hold = hold;
  }

  Correction fit(List<Example> own, List<Example> shipped) {
    Map<Question, Correction.Line> lines = new HashMap<>();
    for (Question question : Question.all()) {
      List<Example> asked = own.stream().filter(asked(question)).toList();
      if (wrong(question, asked) >= FEWEST_WRONG) {
        lines.put(
            question,
            Fit.line(
                asked.stream().map(example -> own(question, example)).toList(),
                shipped.stream()
                    .filter(asked(question))
                    .map(example -> anchor(question, example))
                    .toList(),
                hold));
      }
    }
    return new Correction(lines, Map.of());
  }

  private static long wrong(Question question, List<Example> examples) {
    return examples.stream()
        .filter(example -> question.yes(example.judged()) != question.yes(example.answer()))
        .count();
  }

  /** Of a post that is not the school's nobody says what it is. */
  private static Predicate<Example> asked(Question question) {
    return example -> question.label() == null || example.answer().relevant();
  }

  private Fit.Row own(Question question, Example example) {
    double meant = question.yes(example.answer()) ? 1 : 0;
    return new Fit.Row(sum(question, example), meant, 1, example.words());
  }

  /** What the judge says of a shipped example is meant to stay what it is. */
  private Fit.Row anchor(Question question, Example example) {
    double sum = sum(question, example);
    return new Fit.Row(sum, Fit.probability(sum), ANCHOR, example.words());
  }

  private double sum(Question question, Example example) {
    return question.logit(example.judged()) - thresholds.of(question);
  }
}
