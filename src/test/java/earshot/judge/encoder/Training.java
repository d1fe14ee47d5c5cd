package earshot.judge.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns an encoder from examples: batch after batch in a random order that is the same each time,
 * at a rate that rises at first and then falls to nothing.
 */
public final class Training {
  private static final float WARM_UP = 0.1f;
  private static final int TOLD = 100;

  private final Parameters parameters;
  private final Plan plan;
  private final Adam adam;
  private final float[][] gradients;
  private int done;

  /**
   * How to learn.
   *
   * @param versions a pass each: in how many versions at once an example is met, one or two
   * @param batch how many sequences a step is taken for
   * @param rate the highest
   * @param importance how much each question matters
   */
  public record Plan(List<Integer> versions, int batch, float rate, Importance importance) {
    /** How many steps are taken for some examples. */
    private int steps(int examples) {
      return versions.stream().mapToInt(each -> steps(examples, each)).sum();
    }

    private int steps(int examples, int together) {
      int fit = fit(together);
      return (examples + fit - 1) / fit;
    }

    /** How many examples a batch has room for. */
    private int fit(int together) {
      return batch / together;
    }
  }

  public Training(Parameters parameters, Plan plan) {
    this.parameters = parameters;
    this.plan = plan;
    adam = new Adam(parameters);
    gradients = new float[2][parameters.values.length];
    parameters.transpose();
  }

  /**
   * @param examples each in one or several versions, of which a pass meets one or two, drawn anew
   * @param afterPass what to do after each pass
   */
  public void run(List<List<Example>> examples, Runnable afterPass) {
    Random random = new Random(11);
    int total = plan.steps(examples.size());
    long start = System.nanoTime();
    for (int together : plan.versions) {
      List<List<Example>> order = new ArrayList<>();
      examples.forEach(versions -> order.add(drawn(versions, together, random)));
      Collections.shuffle(order, random);
      int fit = plan.fit(together);
      int steps = plan.steps(order.size(), together);
      double sum = 0;
      for (int s = 0; s < steps; s++) {
        int from = s * fit;
        List<List<Example>> batch = order.subList(from, Math.min(order.size(), from + fit));
        sum += step(batch, total);
        if (done % TOLD == 0 || s == steps - 1) {
          System.out.printf(
              "%,d of %,d batches, loss %.3f, %.0f s%n",
              done, total, sum / (s + 1), (System.nanoTime() - start) / 1e9);
        }
      }
      afterPass.run();
    }
  }

  private static List<Example> drawn(List<Example> versions, int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> versions.get(random.nextInt(versions.size())))
        .toList();
  }

  /**
   * Takes one step.
   *
   * @param batch examples, each in as many versions
   * @param total how many there will be
   * @return the loss before it
   */
  double step(List<List<Example>> batch, int total) {
    float up = Math.min(1, (done + 1) / (WARM_UP * total));
    float down = 1 - done / (float) total;
    done++;
    List<List<Example>> byLength =
        batch.stream()
            .sorted(Comparator.comparingInt(versions -> versions.get(0).sequence().length()))
            .toList();
    double[] losses = new double[2];
    Halves.run(half -> losses[half] = learn(byLength, half));
    adam.step(gradients[0], gradients[1], plan.rate * Math.min(up, down));
    return losses[0] + losses[1];
  }

  private double learn(List<List<Example>> byLength, int half) {
    Arrays.fill(gradients[half], 0);
    List<List<Example>> own = half(byLength, half);
    if (own.isEmpty()) {
      return 0;
    }
    List<Sequence> sequences = own.stream().flatMap(List::stream).map(Example::sequence).toList();
    EncoderPass pass = new EncoderPass(parameters, sequences, Dropout.seeded(done * 2L + half));
    Loss loss = new Loss(pass, own, plan.importance, byLength.size());
    pass.back(loss.slopes(), gradients[half]);
    return loss.sum();
  }

  /** Of two neighbours in length one each, so that both halves take about as long. */
  private static List<List<Example>> half(List<List<Example>> byLength, int half) {
    return IntStream.range(0, byLength.size())
        .filter(i -> (i + i / 2) % 2 == half)
        .mapToObj(byLength::get)
        .toList();
  }

  /** What is answered by now, without dropout. */
  public List<Encoder.Answer> answers(List<Sequence> sequences) {
    Encoder.Answer[] answers = new Encoder.Answer[sequences.size()];
    Halves.run(
        half -> {
          for (int from = half * plan.batch; from < answers.length; from += 2 * plan.batch) {
            int to = Math.min(answers.length, from + plan.batch);
            EncoderPass pass =
                new EncoderPass(parameters, sequences.subList(from, to), Dropout.none());
            for (int i = from; i < to; i++) {
              answers[i] = pass.answer(i - from);
            }
          }
        });
    return List.of(answers);
  }
}
