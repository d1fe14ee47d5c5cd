package earshot.judge;

import earshot.judge.text.Tokeniser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well judgements agree with the labels. */
final class Score {
  private final Map<Label, Tally> labels = new EnumMap<>(Label.class);
  private final Map<Target, Tally> targets = new EnumMap<>(Target.class);
  private final Tally relevant = new Tally();
  private final Tally urgent = new Tally();

  /** The same for posts of severity low or none alone. */
  private final Tally mild = new Tally();

  private final Map<Label, List<double[]>> probabilities = new EnumMap<>(Label.class);
  private int severityRight;
  private int posts;
  private int pupilWords;
  private int pupilWordsFound;
  private int pupilWordsSaid;
  private int pupilWordsSaidRight;

  Score() {
    for (Label label : Label.values()) {
      labels.put(label, new Tally());
    }
    for (Target target : Target.values()) {
      targets.put(target, new Tally());
    }
  }

  void add(LabelledPost post, Judgement said) {
    posts++;
    labels.forEach((l, tally) -> tally.add(said.labels().contains(l), post.labels().contains(l)));
    targets.forEach(
        (t, tally) -> tally.add(said.targets().contains(t), post.targets().contains(t)));
    said.scores()
        .forEach(
            (label, p) ->
                probabilities
                    .computeIfAbsent(label, l -> new ArrayList<>())
                    .add(new double[] {p, post.labels().contains(label) ? 1 : 0}));
    relevant.add(said.relevant(), post.relevant());
    boolean raised = said.severity().atLeast(Severity.HIGH);
    urgent.add(raised, post.severity().atLeast(Severity.HIGH));
    if (!post.severity().atLeast(Severity.MEDIUM)) {
      mild.add(raised, false);
    }
    severityRight += said.severity() == post.severity() ? 1 : 0;
    String text = post.post().text();
    Set<String> meant = words(post.pupil());
    Set<String> found =
        words(said.pupil().stream().map(s -> text.substring(s.start(), s.end())).toList());
    pupilWords += meant.size();
    pupilWordsSaid += found.size();
    found.retainAll(meant);
    pupilWordsFound += found.size();
    pupilWordsSaidRight += found.size();
  }

  private static Set<String> words(List<String> spans) {
    Set<String> words = new HashSet<>();
    spans.forEach(span -> words.addAll(Arrays.asList(Tokeniser.words(span))));
    words.removeIf(word -> word.length() < 2 && !Character.isLetterOrDigit(word.charAt(0)));
    return words;
  }

  double macro() {
    return labels.values().stream().mapToDouble(Tally::f1).average().orElse(0);
  }

  void print(String title) {
    System.out.printf("%n%s (%,d posts)%n", title, posts);
    System.out.printf("  %-18s %6s %9s %6s %6s%n", "", "posts", "precision", "recall", "F1");
    labels.forEach((label, tally) -> row(label.word(), tally));
    System.out.printf("  %-18s %31.3f%n", "macro over labels", macro());
    row("relevant", relevant);
    targets.forEach((target, tally) -> row("about " + target.word(), tally));
    System.out.printf(
        "  severity exact %.3f; urgent recalled %.3f, precision %.3f,"
            + " calm posts raised %.3f (of low or no severity %.3f)%n",
        severityRight / Math.max(1.0, posts),
        urgent.recall(),
        urgent.precision(),
        urgent.raisedFalsely(),
        mild.raisedFalsely());
    if (!probabilities.isEmpty()) {
      System.out.printf("  calibration error of the labels %.4f%n", calibrationError());
    }
    System.out.printf(
        "  pupil words found %.3f, right %.3f%n",
        pupilWordsFound / Math.max(1.0, pupilWords),
        pupilWordsSaidRight / Math.max(1.0, pupilWordsSaid));
  }

  /** Expected calibration error, ten bins, averaged over the labels. */
  private double calibrationError() {
    double sum = 0;
    for (List<double[]> said : probabilities.values()) {
      float[] of = new float[said.size()];
      boolean[] yes = new boolean[of.length];
      for (int i = 0; i < of.length; i++) {
        of[i] = (float) said.get(i)[0];
        yes[i] = said.get(i)[1] > 0;
      }
      sum += Calibration.error(of, yes);
    }
    return sum / Math.max(1, probabilities.size());
  }

  private static void row(String name, Tally tally) {
    System.out.printf(
        "  %-18s %6d %9.3f %6.3f %6.3f%n",
        name, tally.meant(), tally.precision(), tally.recall(), tally.f1());
  }
}
