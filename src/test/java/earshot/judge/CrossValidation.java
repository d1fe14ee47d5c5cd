package earshot.judge;

import earshot.judge.traits.Reading;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Judges each post that was kept from the encoder with models that have met neither its writer nor
 * its school.
 */
final class CrossValidation {
  private CrossValidation() {}

  static Score score(Learning learning, List<LabelledPost> posts) {
    Score score = new Score();
    for (int fold = 0; fold < Learning.FOLDS; fold++) {
      Holder holder = new Holder();
      ModelJudge judge = new ModelJudge(learning.modelWithout(fold, holder));
      for (int i = 0; i < posts.size(); i++) {
        CarefulReader.Read read = learning.careful(i);
        if (learning.isIn(fold, i) && read != null) {
          holder.read = read;
          LabelledPost post = posts.get(i);
          score.add(post, judge.judge(post.post(), post.school()));
        }
      }
    }
    return score;
  }

  /** Answers with what was read of the post before it. */
  private static final class Holder implements CarefulReader {
    private Read read = new Read(new float[0], new float[0][], new float[0]);

    @Override
    public Read read(Reading reading, IntFunction<float[]> telling) {
      return read;
    }
  }
}
