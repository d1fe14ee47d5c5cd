package earshot.judge;

import earshot.school.School;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** {@code ./dev bench judge}: posts per second of one core's own time, beside OpenNLP's. */
final class BenchJudge {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final int WORDS = 40;
  private static final int ROUNDS = 12;
  private static final int FEW = 200;
  private static final int LONG = 10_000;
  private static final School SCHOOL =
      School.named(
          "Hollowbeck Primary School",
          List.of("Hollowbeck", "HPS"),
          List.of("Tarrowby"),
          List.of("Mrs Linton (head)", "Mr Petrie"),
          "Classes: Newt, Toad, Frog. Namesakes: Hollowbeck Lane, the Hollowbeck Inn.");

  private BenchJudge() {}

  public static void main(String[] arguments) throws IOException {
    List<String> texts = texts();
    long before = System.nanoTime();
    Model model = Model.shipped();
    System.out.printf("models read in %.0f ms%n", (System.nanoTime() - before) / 1e6);
    DocumentCategorizerME peer = peer(texts);
    Model quick = Model.of(model.learnt(), CarefulReader.NONE);
    double quickBest = measure("quick reader alone", new ModelJudge(quick), texts);
    double best = measure("judge", new ModelJudge(model), texts.subList(0, FEW));
    longText(new ModelJudge(model), texts);
    double peerBest = 0;
    int alarms = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      for (String text : texts) {
        alarms += peer.categorize(text.split(" ")).length;
      }
      double rate = texts.size() / ((CLOCK.getCurrentThreadCpuTime() - start) / 1e9);
      peerBest = Math.max(peerBest, rate);
    }
    System.out.printf("OpenNLP's categoriser, one question of two answers (%d)%n", alarms);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "best: judge %,.0f posts/s of %d words on one core, quick reader alone %,.0f; OpenNLP %,.0f;"
            + " heap in use %d MB%n",
        best, WORDS, quickBest, peerBest, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static double measure(String name, Judge judge, List<String> texts) {
    double best = 0;
    int alarms = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      for (String text : texts) {
        Judgement judgement =
            judge.judge(new Post("facebook", "Jo", "Tarrowby Chat", text), SCHOOL);
        alarms += judgement.severity().atLeast(Severity.HIGH) ? 1 : 0;
      }
      double rate = texts.size() / ((CLOCK.getCurrentThreadCpuTime() - start) / 1e9);
      best = Math.max(best, rate);
      System.out.printf("round %2d: %s %,.0f posts/s (%d)%n", round + 1, name, rate, alarms);
    }
    return best;
  }

  /** How long a text of 10 kB takes. */
  private static void longText(Judge judge, List<String> texts) {
    StringBuilder text = new StringBuilder();
    for (String each : texts) {
      if (text.length() < LONG) {
        text.append(each).append(' ');
      }
    }
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      judge.judge(new Post("news", "", "", text.toString()), SCHOOL);
      best = Math.min(best, (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
    }
    System.out.printf("a text of %,d characters: %.1f ms%n", text.length(), best);
  }

  /** Texts of forty words each, cut from a run of true posts. */
  private static List<String> texts() {
    List<String> words = new ArrayList<>();
    LabelledPosts.read(LabelledPosts.FOLDER)
        .forEach(post -> words.addAll(List.of(post.post().text().split("\\s+"))));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i + WORDS <= words.size() && texts.size() < 5_000; i += WORDS) {
      texts.add(String.join(" ", words.subList(i, i + WORDS)));
    }
    return texts;
  }

  private static DocumentCategorizerME peer(List<String> texts) throws IOException {
    List<DocumentSample> samples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      samples.add(new DocumentSample(i % 3 == 0 ? "yes" : "no", texts.get(i).split(" ")));
    }
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
    parameters.put("PrintMessages", false);
    DoccatModel model =
        DocumentCategorizerME.train(
            "en", ObjectStreamUtils.createObjectStream(samples), parameters, new DoccatFactory());
    return new DocumentCategorizerME(model);
  }
}
