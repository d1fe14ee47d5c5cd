package earshot.judge;

/** Right and wrong answers to one question. */
final class Tally {
  private int hits;
  private int falseAlarms;
  private int misses;
  private int rest;

  void add(boolean said, boolean meant) {
    if (said && meant) {
      hits++;
    } else if (said) {
      falseAlarms++;
    } else if (meant) {
      misses++;
    } else {
      rest++;
    }
  }

  double precision() {
    return hits / Math.max(1.0, hits + falseAlarms);
  }

  double recall() {
    return hits / Math.max(1.0, hits + misses);
  }

  double f1() {
    return 2.0 * hits / Math.max(1.0, 2 * hits + falseAlarms + misses);
  }

  /** Share of the noes that were answered yes. */
  double raisedFalsely() {
    return falseAlarms / Math.max(1.0, falseAlarms + rest);
  }

  int meant() {
    return hits + misses;
  }
}
