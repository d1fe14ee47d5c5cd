package earshot.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for Ctrl-C, or the system's wish to stop, and lets everything close before the end. */
final class Stop {
  private static final int SECONDS_TO_CLOSE = 20;

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Stop() {}

  static Stop onSignal() {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::closing, "stop"));
    return stop;
  }

  private void closing() {
    wanted.countDown();
    try {
      closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void await() throws InterruptedException {
    wanted.await();
  }

  boolean await(long seconds) throws InterruptedException {
    return wanted.await(seconds, TimeUnit.SECONDS);
  }

  void done() {
    closed.countDown();
  }
}
