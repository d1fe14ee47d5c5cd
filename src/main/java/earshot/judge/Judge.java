package earshot.judge;

import earshot.school.School;

/** Judges one public post for one school. Never throws for what the post holds. */
public interface Judge {
  Judgement judge(Post post, School school);

  /** The same judge without whatever it asks outside the program: fit for a transaction. */
  default Judge unaided() {
    return this;
  }
}
