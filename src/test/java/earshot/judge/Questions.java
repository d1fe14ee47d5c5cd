package earshot.judge;

import earshot.judge.encoder.Importance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the models are asked of a post, and the right answers for some posts. */
final class Questions {
  /** How much it matters that a label is found where its evidence stands. */
  private static final float LOOK = 0.1f;

  /** How many of the posts of low or no severity may raise an alarm. */
  private static final double DISTURBED = 0.03;

  private final List<String> names = new ArrayList<>();
  private final boolean[][] answers;
  private final boolean[] calm;

  Questions(List<LabelledPost> posts) {
    Map<String, Predicate<LabelledPost>> asked = asked();
    names.addAll(asked.keySet());
    answers = new boolean[names.size()][posts.size()];
    int q = 0;
    for (Predicate<LabelledPost> question : asked.values()) {
      for (int i = 0; i < posts.size(); i++) {
        answers[q][i] = question.test(posts.get(i));
      }
      q++;
    }
    calm = new boolean[posts.size()];
    for (int i = 0; i < calm.length; i++) {
      calm[i] = !posts.get(i).severity().atLeast(Severity.MEDIUM);
    }
  }

  private static Map<String, Predicate<LabelledPost>> asked() {
    Map<String, Predicate<LabelledPost>> questions = new LinkedHashMap<>();
    for (Label label : Label.values()) {
      questions.put(label.word(), post -> post.labels().contains(label));
    }
    questions.put(ModelJudge.RELEVANT, LabelledPost::relevant);
    questions.put(ModelJudge.URGENT, post -> post.severity().atLeast(Severity.HIGH));
    questions.put(ModelJudge.CRITICAL, post -> post.severity() == Severity.CRITICAL);
    for (Target target : Target.values()) {
      questions.put("target " + target.word(), post -> post.targets().contains(target));
    }
    return questions;
  }

  List<String> names() {
    return names;
  }

  int count() {
    return names.size();
  }

  int number(String name) {
    return names.indexOf(name);
  }

  boolean[] answers(int question) {
    return answers[question];
  }

  /** The right answers for a post, 1 for yes. */
  float[] of(int post) {
    float[] of = new float[count()];
    for (int q = 0; q < of.length; q++) {
      of[q] = answers[q][post] ? 1 : 0;
    }
    return of;
  }

  boolean[][] answers() {
    return answers;
  }

  /** How much each question matters to the encoder: most what a child's safety hangs on. */
  Importance importance() {
    float[] answer = new float[names.size()];
    float[] look = new float[names.size()];
    Arrays.fill(look, 0, Label.values().length, LOOK);
    for (int q = 0; q < answer.length; q++) {
      answer[q] =
          switch (names.get(q)) {
            case "disparaging", "identifies-pupil", ModelJudge.URGENT, ModelJudge.CRITICAL -> 2;
            default -> names.get(q).startsWith("target ") ? 0.5f : 1;
          };
    }
    return new Importance(answer, look);
  }

  /**
   * What the threshold of a question is chosen for.
   *
   * @param rows the posts that it is chosen on
   */
  Calibration.Aim aim(String question, int[] rows) {
    return switch (question) {
      case "identifies-pupil" -> new Calibration.Aim.Recall(0.97);
      case ModelJudge.URGENT -> calm(rows);
      default -> new Calibration.Aim.Favour(1);
    };
  }

  private Calibration.Aim calm(int[] rows) {
    boolean[] calm = new boolean[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      calm[i] = this.calm[rows[i]];
      count += calm[i] ? 1 : 0;
    }
    return new Calibration.Aim.Calm(DISTURBED * count, calm);
  }
}
