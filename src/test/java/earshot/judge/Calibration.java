package earshot.judge;

import earshot.judge.weigh.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Turns held-out sums into probabilities and picks the threshold (Platt 1999). */
final class Calibration {
  /** Below about so many yeses what did best among them is mostly chance. */
  private static final double FEW_YESES = 60;

  private Calibration() {}

  /** What a threshold is chosen for. */
  sealed interface Aim {
    /** The best balance of precision and recall, recall counting this much more (F-beta). */
    record Favour(double beta) implements Aim {}

    /** At least this recall, at the best precision that leaves. */
    record Recall(double least) implements Aim {}

    /**
     * As many yeses as can be had.
     *
     * @param most how many of the calm may be answered yes
     * @param calm which of the answers are about something calm
     */
    record Calm(double most, boolean[] calm) implements Aim {
      private int count(int answer) {
        return calm[answer] ? 1 : 0;
      }
    }
  }

  /**
   * The question with its probability and threshold.
   *
   * @param bias what the sums start from
   * @param sums held-out sums, the bias in them
   * @param answers the right answers
   */
  static Question question(String name, float bias, float[] sums, boolean[] answers, Aim aim) {
    double[] line = fit(sums, answers);
    Question loose = new Question(name, bias, (float) line[0], (float) line[1], 0.5f);
    float threshold = loose.probability(threshold(sums, answers, aim, loose));
    return new Question(
        name, bias, loose.slope(), loose.offset(), Math.min(0.97f, Math.max(0.03f, threshold)));
  }

  /** Newton's method; a step that makes things worse is halved until it does not. */
  private static double[] fit(float[] sums, boolean[] answers) {
    double slope = 0;
    double offset = 0;
    double loss = loss(sums, answers, slope, offset);
    for (int step = 0; step < 60; step++) {
      double[] move = move(sums, answers, slope, offset);
      double share = 1;
      double next = loss(sums, answers, slope - move[0], offset - move[1]);
      while (next > loss && share > 1e-6) {
        share /= 2;
        next = loss(sums, answers, slope - share * move[0], offset - share * move[1]);
      }
      slope -= share * move[0];
      offset -= share * move[1];
      if (loss - next < 1e-9 * loss) {
        break;
      }
      loss = next;
    }
    return new double[] {slope, offset};
  }

  private static double loss(float[] sums, boolean[] answers, double slope, double offset) {
    double loss = 0;
    for (int i = 0; i < sums.length; i++) {
      double line = slope * sums[i] + offset;
      double wrong = answers[i] ? -line : line;
      loss += wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
    }
    return loss;
  }

  private static double[] move(float[] sums, boolean[] answers, double slope, double offset) {
    double slopeSlope = 0;
    double offsetSlope = 0;
    double slopes = 1e-3;
    double both = 0;
    double offsets = 1e-6;
    for (int i = 0; i < sums.length; i++) {
      double p = 1 / (1 + Math.exp(-(slope * sums[i] + offset)));
      double error = p - (answers[i] ? 1 : 0);
      double curve = Math.max(1e-9, p * (1 - p));
      slopeSlope += error * sums[i];
      offsetSlope += error;
      slopes += curve * sums[i] * sums[i];
      both += curve * sums[i];
      offsets += curve;
    }
    double determinant = slopes * offsets - both * both;
    return new double[] {
      (offsets * slopeSlope - both * offsetSlope) / determinant,
      (slopes * offsetSlope - both * slopeSlope) / determinant
    };
  }

  /**
   * What serves the aim best among the answers; where precision and recall are weighed against each
   * other and there are few yeses, it leans to what serves best if the probabilities are right.
   */
  private static float threshold(float[] sums, boolean[] answers, Aim aim, Question loose) {
    double[] told = new double[sums.length];
    double[] expected = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      told[i] = answers[i] ? 1 : 0;
      expected[i] = loose.probability(sums[i]);
    }
    float best = threshold(sums, told, aim);
    if (!(aim instanceof Aim.Favour)) {
      return best;
    }
    double yes = Arrays.stream(told).sum();
    return (float) ((yes * best + FEW_YESES * threshold(sums, expected, aim)) / (yes + FEW_YESES));
  }

  /**
   * @param yes how much of a yes each answer is, 0 to 1
   */
  private static float threshold(float[] sums, double[] yes, Aim aim) {
    int[] order = order(sums);
    double all = Arrays.stream(yes).sum();
    double right = 0;
    int disturbed = 0;
    double best = -1;
    float threshold = order.length == 0 ? 0 : sums[order[0]];
    for (int i = 0; i < order.length; i++) {
      right += yes[order[i]];
      disturbed += aim instanceof Aim.Calm wanted ? wanted.count(order[i]) : 0;
      double worth = worth(aim, right, i + 1, all, disturbed);
      if (worth > best) {
        best = worth;
        // halfway to the next: a threshold at an example's own sum is brittle
        threshold =
            i + 1 < order.length ? (sums[order[i]] + sums[order[i + 1]]) / 2 : sums[order[i]];
      }
    }
    return threshold;
  }

  /** Precision averaged over the ranks of the yeses. */
  static double averagePrecision(float[] sums, boolean[] answers) {
    int right = 0;
    int taken = 0;
    double total = 0;
    for (int i : order(sums)) {
      taken++;
      if (answers[i]) {
        right++;
        total += right / (double) taken;
      }
    }
    return total / Math.max(1, right);
  }

  private static int[] order(float[] sums) {
    return IntStream.range(0, sums.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -sums[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double worth(Aim aim, double right, int taken, double yes, int disturbed) {
    double recall = right / Math.max(1.0, yes);
    double precision = right / taken;
    return switch (aim) {
      case Aim.Favour favour -> {
        double square = favour.beta() * favour.beta();
        yield (1 + square) * precision * recall / Math.max(1e-9, square * precision + recall);
      }
      case Aim.Recall wanted -> recall >= wanted.least() ? 1 + precision : recall;
      case Aim.Calm wanted -> disturbed <= wanted.most() ? recall : -1;
    };
  }

  /** Expected calibration error over ten bins of equal width. */
  static double error(float[] probabilities, boolean[] answers) {
    double[] sum = new double[10];
    double[] yes = new double[10];
    int[] count = new int[10];
    for (int i = 0; i < probabilities.length; i++) {
      int bin = Math.min(9, (int) (probabilities[i] * 10));
      sum[bin] += probabilities[i];
      yes[bin] += answers[i] ? 1 : 0;
      count[bin]++;
    }
    double error = 0;
    for (int bin = 0; bin < 10; bin++) {
      error += Math.abs(sum[bin] - yes[bin]);
    }
    return error / Math.max(1, Arrays.stream(count).sum());
  }
}
