package earshot.web;

import earshot.judge.Finding;
import earshot.judge.verdict.LabelWords;
import earshot.judge.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What was said of how a post was judged, as a reader may see it.
 *
 * @param last the id of the last verdict; 0 when there is none
 * @param standing right, wrong or ""
 * @param outdated whether the post was edited since
 * @param lines all that was said, the newest first
 */
record VerdictView(long last, String standing, boolean outdated, List<Line> lines) {
  VerdictView {
    lines = List.copyOf(lines);
  }

  /** One verdict. */
  record Line(Instant at, String person, String said, String note) {}

  static VerdictView of(Finding finding, List<Verdict> history, Shown shown) {
    if (history.isEmpty()) {
      return new VerdictView(0, "", false, List.of());
    }
    Verdict last = history.getLast();
    boolean outdated = last.stands() && last.version() != finding.mention().version();
    return new VerdictView(
        last.id(),
        !last.stands() || outdated ? "" : last.kind() == Verdict.Kind.RIGHT ? "right" : "wrong",
        outdated,
        history.reversed().stream().map(verdict -> line(verdict, shown)).toList());
  }

  private static Line line(Verdict verdict, Shown shown) {
    return new Line(
        verdict.at(),
        verdict.person().replaceAll(" <.*>$", ""),
        switch (verdict.kind()) {
          case RIGHT -> "Judged right";
          case WRONG -> "Judged wrong. It is: " + LabelWords.of(verdict.answer());
          case WITHDRAWN -> "Withdrawn";
        },
        shown.withheld() ? "" : shown.hidden(verdict.note()));
  }
}
