package earshot.judge.encoder;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * Does work in two halves at the same time. Two, whatever the machine has, so that sums are the
 * same on every machine.
 */
final class Halves {
  private Halves() {}

  /**
   * @param work takes 0 or 1
   */
  static void run(IntConsumer work) {
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> work.accept(1));
    work.accept(0);
    second.join();
  }
}
