package earshot.judge.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
   * @param passes how often each example is met
   * @param batch how many examples a step is taken for
   * @param rate the highest
   * @param importance how much each question matters
   */
  public record Plan(int passes, int batch, float rate, Importance importance) {}

  public Training(Parameters parameters, Plan plan) {
    this.parameters = parameters;
    this.plan = plan;
    adam = new Adam(parameters);
    gradients = new float[2][parameters.values.length];
    parameters.transpose();
  }

  /**
   * @param examples each in one or several versions, of which a pass meets one
   * @param afterPass what to do after each pass
   */
  public void run(List<List<Example>> examples, Runnable afterPass) {
    Random random = new Random(11);
    int batches = (examples.size() + plan.batch - 1) / plan.batch;
    long start = System.nanoTime();
    for (int pass = 0; pass < plan.passes; pass++) {
      List<Example> order = new ArrayList<>();
      examples.forEach(versions -> order.add(versions.get(random.nextInt(versions.size()))));
      Collections.shuffle(order, random);
      double sum = 0;
      for (int b = 0; b < batches; b++) {
        int from = b * plan.batch;
        List<Example> batch = order.subList(from, Math.min(order.size(), from + plan.batch));
        sum += step(batch, plan.passes * batches);
        if (done % TOLD == 0 || b == batches - 1) {
          System.out.printf(
              "%,d of %,d batches, loss %.3f, %.0f s%n",
              done, plan.passes * batches, sum / (b + 1), (System.nanoTime() - start) / 1e9);
        }
      }
      afterPass.run();
    }
  }

  /**
   * Takes one step.
   *
   * @param total how many there will be
   * @return the loss before it
   */
  double step(List<Example> batch, int total) {
    float up = Math.min(1, (done + 1) / (WARM_UP * total));
    float down = 1 - done / (float) total;
    done++;
    double[] losses = new double[2];
    Halves.run(half -> losses[half] = learn(batch, half));
    adam.step(gradients[0], gradients[1], plan.rate * Math.min(up, down));
    return losses[0] + losses[1];
  }

  private double learn(List<Example> batch, int half) {
    Arrays.fill(gradients[half], 0);
    List<Example> own =
        IntStream.range(0, batch.size()).filter(i -> i % 2 == half).mapToObj(batch::get).toList();
    if (own.isEmpty()) {
      return 0;
    }
    List<Sequence> sequences = own.stream().map(Example::sequence).toList();
    EncoderPass pass = new EncoderPass(parameters, sequences, Dropout.seeded(done * 2L + half));
    Loss loss = new Loss(pass, own, plan.importance, batch.size());
    pass.back(loss.slopes(), gradients[half]);
    return loss.sum();
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
