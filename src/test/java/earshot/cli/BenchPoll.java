package earshot.cli;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code dev bench poll}: pages polled a second by the whole program, and how long a new post takes
 * from the web to the index and to an inbox. An alert waits 30 seconds by design.
 */
final class BenchPoll {
  private static final int NAMES = 40;
  private static final String URGENT =
      "Someone should bomb Kestrel Vale School 0. I will kill Mr Brown when he comes out of the gate"
          + " tomorrow, I know where he parks. Post %d.";
  private static final int POSTS = 5;

  private BenchPoll() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("bench-poll");
    GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mail.start();
    try (MainJob job = new MainJob(KnownPages.find(NAMES), folder, mail.getSmtp().getPort())) {
      job.start();
      Duration read = job.readWhole();
      MainJob.until(() -> job.found().size() >= job.expected().size());
      System.out.printf(
          "%d pages in %.1f s: %.1f a second (50 a poll, a poll a second)%n",
          job.pagesRead(), read.toMillis() / 1e3, job.pagesRead() * 1e3 / read.toMillis());
      for (int i = 1; i <= POSTS; i++) {
        post(job, mail, i);
      }
    } finally {
      mail.stop();
    }
    System.exit(0);
  }

  private static void post(MainJob job, GreenMail mail, int number) {
    int before = mail.getReceivedMessages().length;
    long begin = System.nanoTime();
    job.site().post("post-" + number, "Kestrel Vale, post " + number, URGENT.formatted(number));
    String words = "kestrel vale post " + number;
    MainJob.until(() -> job.searched(words) > 0);
    long polled = job.site().served().get("/feed.xml");
    long searchable = System.nanoTime();
    System.out.printf(
        "Post %d: polled after %d ms, searchable %d ms after the poll",
        number, (polled - begin) / 1_000_000, (searchable - polled) / 1_000_000);
    if (number == 1) {
      MainJob.until(() -> mail.getReceivedMessages().length > before);
      System.out.printf(
          ", its alert in the inbox %d ms after the poll",
          (System.nanoTime() - polled) / 1_000_000);
    }
    System.out.println();
  }
}
