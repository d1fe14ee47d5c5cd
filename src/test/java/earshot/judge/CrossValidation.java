package earshot.judge;

import java.util.List;

/** Judges each post with models that have met neither its writer nor its school. */
final class CrossValidation {
  private CrossValidation() {}

  static Score score(Learning learning, List<LabelledPost> posts) {
    Score score = new Score();
    for (int fold = 0; fold < Learning.FOLDS; fold++) {
      ModelJudge judge = new ModelJudge(learning.modelWithout(fold));
      for (int i = 0; i < posts.size(); i++) {
        if (learning.isIn(fold, i)) {
          LabelledPost post = posts.get(i);
          score.add(post, judge.judge(post.post(), post.school()));
        }
      }
    }
    return score;
  }
}
