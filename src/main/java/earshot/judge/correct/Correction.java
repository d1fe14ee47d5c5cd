package earshot.judge.correct;

import earshot.judge.Span;
import earshot.judge.verdict.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a school's verdicts taught.
 *
 * @param lines what is added to each question's sum; a question that is not among them is left
 *     alone
 * @param memory what people said of exact wordings, by their key
 */
public record Correction(Map<Question, Line> lines, Map<String, Remembered> memory) {
  public static final Correction NONE = new Correction(Map.of(), Map.of());

  public Correction {
    lines = Map.copyOf(lines);
    memory = Map.copyOf(memory);
  }

  /**
   * What is added to one question's sum.
   *
   * @param bias for every post
   * @param weights for each common word that it holds
   */
  public record Line(double bias, Map<String, Double> weights) {
    public Line {
      weights = Map.copyOf(weights);
    }

    double shift(Set<String> words) {
      double sum = 0;
      for (String word : words) {
        sum += weights.getOrDefault(word, 0.0);
      }
      return bias + sum * Wording.share(words);
    }
  }

  /**
   * What a person said of an exact wording.
   *
   * @param pupil which of its words tell who a child is, by their numbers
   * @param lifts whether the person may decide that no child can be worked out
   */
  public record Remembered(Answer answer, List<Span> pupil, boolean lifts) {
    public Remembered {
      pupil = List.copyOf(pupil);
    }
  }

  double shift(Question question, Set<String> words) {
    Line line = lines.get(question);
    return line == null ? 0 : line.shift(words);
  }

  public Correction remembering(Map<String, Remembered> wordings) {
    return new Correction(lines, wordings);
  }
}
