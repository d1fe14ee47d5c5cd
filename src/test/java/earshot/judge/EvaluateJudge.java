package earshot.judge;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./dev evaluate judge}: how well it judges posts of writers and schools it never met. */
final class EvaluateJudge {
  private EvaluateJudge() {}

  public static void main(String[] arguments) {
    List<LabelledPost> posts = LabelledPosts.read(LabelledPosts.FOLDER);
    Learning learning = new Learning(posts);
    Map<String, Learning.Learnt> byFile = learning.learnByFile();
    Learning.HeldOut held = learning.holdOut(byFile);
    Score judge = new Score();
    for (String file : learning.files()) {
      Model model = learning.model(byFile.get(file), held, post -> !post.file().equals(file));
      ModelJudge one = new ModelJudge(model);
      posts.stream()
          .filter(post -> post.file().equals(file))
          .forEach(post -> judge.add(post, one.judge(post.post(), post.school())));
    }
    judge.print("Judge, each writer held out with all schools of theirs");
    Score majority = new Score();
    posts.forEach(post -> majority.add(post, nothing()));
    majority.print("Majority: about the school, nothing to report");
    Score list = new Score();
    WordList words = new WordList();
    posts.forEach(post -> list.add(post, words.judge(post.post(), post.school())));
    list.print("Word list");
  }

  static Judgement nothing() {
    return judgement(EnumSet.noneOf(Label.class), EnumSet.noneOf(Target.class), Severity.NONE);
  }

  static Judgement judgement(Set<Label> labels, Set<Target> targets, Severity severity) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    return new Judgement(
        true, 1, targets, labels, scores, severity, List.of(), List.of(), List.of());
  }
}
