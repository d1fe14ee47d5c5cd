package earshot.judge;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Judges each post that was kept from the encoder with models that have met neither its writer nor
 * its school.
 */
final class CrossValidation {
  private CrossValidation() {}

  static Score score(Learning learning, List<LabelledPost> posts) {
    Score score = new Score();
    for (int fold = 0; fold < Learning.FOLDS; fold++) {
      AtomicReference<CarefulReader.Read> known = new AtomicReference<>();
      ModelJudge judge =
          new ModelJudge(learning.modelWithout(fold, (reading, telling) -> known.get()));
      for (int i = 0; i < posts.size(); i++) {
        CarefulReader.Read read = learning.careful(i);
        if (learning.isIn(fold, i) && read != null) {
          known.set(read);
          LabelledPost post = posts.get(i);
          score.add(post, judge.judge(post.post(), post.school()));
        }
      }
    }
    return score;
  }
}
