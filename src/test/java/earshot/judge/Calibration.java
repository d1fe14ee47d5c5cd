package earshot.judge;

import earshot.judge.weigh.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Turns held-out sums into probabilities and picks the threshold (Platt 1999). */
final class Calibration {
  private Calibration() {}

  /** What a threshold is chosen for. */
  sealed interface Aim {
    /** The best balance of precision and recall. */
    record Balance() implements Aim {}

    /** At least this recall, at the best precision that leaves. */
    record Recall(double least) implements Aim {}

    /** At most this share of the noes answered yes. */
    record Calm(double most) implements Aim {}
  }

  static Question question(String name, float bias, float[] sums, boolean[] answers, Aim aim) {
    double[] line = fit(sums, answers);
    Question loose = new Question(name, bias, (float) line[0], (float) line[1], 0.5f);
    float threshold = loose.probability(threshold(sums, answers, aim));
    return new Question(
        name, bias, loose.slope(), loose.offset(), Math.min(0.97f, Math.max(0.03f, threshold)));
  }

  private static double[] fit(float[] sums, boolean[] answers) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < 100; step++) {
      double gs = 1e-3 * (slope - 1);
      double go = 0;
      double hss = 1e-3;
      double hso = 0;
      double hoo = 1e-6;
      for (int i = 0; i < sums.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * sums[i] + offset)));
        double error = p - (answers[i] ? 1 : 0);
        double curve = Math.max(1e-9, p * (1 - p));
        gs += error * sums[i];
        go += error;
        hss += curve * sums[i] * sums[i];
        hso += curve * sums[i];
        hoo += curve;
      }
      double determinant = hss * hoo - hso * hso;
      slope -= (hoo * gs - hso * go) / determinant;
      offset -= (hss * go - hso * gs) / determinant;
    }
    return new double[] {slope, offset};
  }

  private static float threshold(float[] sums, boolean[] answers, Aim aim) {
    int[] order =
        IntStream.range(0, sums.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -sums[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int yes = (int) IntStream.range(0, answers.length).filter(i -> answers[i]).count();
    int right = 0;
    double best = -1;
    float threshold = order.length == 0 ? 0 : sums[order[0]];
    for (int i = 0; i < order.length; i++) {
      right += answers[order[i]] ? 1 : 0;
      double worth = worth(aim, right, i + 1, yes, answers.length - yes);
      if (worth > best) {
        best = worth;
        // halfway to the next: a threshold at an example's own sum is brittle
        threshold =
            i + 1 < order.length ? (sums[order[i]] + sums[order[i + 1]]) / 2 : sums[order[i]];
      }
    }
    return threshold;
  }

  private static double worth(Aim aim, int right, int taken, int yes, int no) {
    double recall = right / Math.max(1.0, yes);
    double precision = right / (double) taken;
    return switch (aim) {
      case Aim.Balance balance -> 2 * precision * recall / Math.max(1e-9, precision + recall);
      case Aim.Recall wanted -> recall >= wanted.least() ? 1 + precision : recall;
      case Aim.Calm wanted -> (taken - right) <= wanted.most() * no ? recall : -1 + recall * 1e-3;
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
