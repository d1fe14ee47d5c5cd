package earshot.judge;

import earshot.judge.weigh.Question;
import earshot.school.School;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a judge comes from. */
public final class Judges {
  private Judges() {}

  /** The judge with the models that the program ships; read on first use, then shared. */
  public static Judge shipped() {
    return (post, school) -> Shipped.JUDGE.judge(post, school);
  }

  /** What that judge says of a post, and which words decided about each label. */
  public static Explained explain(Post post, School school) {
    return Shipped.JUDGE.explain(post, school);
  }

  /** The probability from which that judge answers each of its questions with yes. */
  public static Map<String, Double> thresholds() {
    return Shipped.MODEL.learnt().mixture().questions().stream()
        .collect(Collectors.toMap(Question::name, question -> (double) question.threshold()));
  }

  /** Tells the judge of one release from that of another: eight hexadecimal digits. */
  public static String fingerprint() {
    return Fingerprint.SHIPPED;
  }

  private static final class Fingerprint {
    private static final String SHIPPED = Model.fingerprint();
  }

  private static final class Shipped {
    private static final Model MODEL = Model.shipped();
    private static final ModelJudge JUDGE = new ModelJudge(MODEL);
  }
}
