package earshot.judge.encoder;

/**
 * How large an encoder is.
 *
 * @param width of a row
 * @param wide width of a row where it is thought over
 */
record Sizes(int width, int wide, int layers, int questions) {
  /**
   * The answers for a piece: how much it counts and what it says, a question each; whether it is
   * one of the words that identify a child.
   */
  int answers() {
    return 2 * questions + 1;
  }

  /** One more, evidence, is learnt only because the others are learnt better beside it. */
  int learntAnswers() {
    return answers() + 1;
  }
}
