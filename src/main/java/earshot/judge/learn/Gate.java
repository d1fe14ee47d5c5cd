package earshot.judge.learn;

import earshot.judge.learn.Figures.Measure;
import java.util.ArrayList;
import java.util.List;

/** Says what speaks against applying a correction: something important gets worse, or no gain. */
final class Gate {
  /** One in a hundred may be lost; of fewer than a hundred, none. */
  private static final int TOLERATED = 100;

  private Gate() {}

  static List<String> refusals(Figures figures) {
    List<String> refusals = new ArrayList<>();
    for (Measure measure : figures.shipped()) {
      if (measure.lost() > measure.of() / TOLERATED) {
        refusals.add(lost(measure));
      }
    }
    Measure answers = figures.answers();
    if (answers.after() <= answers.before()) {
      refusals.add(
          "Your own examples would not be judged better: of %d single answers %d are right now, and %d would be. Judge more posts of the kind that is often wrong, and look again at those that contradict each other."
              .formatted(answers.of(), answers.before(), answers.after()));
    }
    return refusals;
  }

  private static String lost(Measure measure) {
    if (measure.what().equals(Figures.ANSWERS)) {
      return "Too much else would change: of %d single answers on the shipped examples %d are right now, and only %d would be. Judge more posts that are right as well, so that it sees the difference."
          .formatted(measure.of(), measure.before(), measure.after());
    }
    return "Too much would be missed under “%s”: of %d such shipped examples %d are found now, and only %d would be. Look again at your verdicts that take this away, together with the safeguarding lead where a child is concerned."
        .formatted(measure.what(), measure.of(), measure.before(), measure.after());
  }
}
