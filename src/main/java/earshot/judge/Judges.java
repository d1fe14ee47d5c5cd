package earshot.judge;

import java.util.Objects;

/** Where a judge comes from. */
public final class Judges {
  private Judges() {}

  /** The judge with the models that the program ships; read on first use, then shared. */
  public static Judge shipped() {
    return (post, school) -> Shipped.JUDGE.judge(post, school);
  }

  /** Reads the models now, so that the first post need not wait for them. */
  public static void read() {
    Objects.requireNonNull(Shipped.JUDGE);
  }

  private static final class Shipped {
    private static final Judge JUDGE = new ModelJudge(Model.shipped());
  }
}
