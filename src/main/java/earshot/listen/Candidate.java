package earshot.listen;

import earshot.judge.Finding.Matched;
import earshot.judge.Judgement;
import earshot.source.Item;
import java.util.List;

/**
 * An item that is to be kept, with what it is for each school; nothing of it is in the store yet.
 */
record Candidate(Item item, List<ForSchool> schools) {

  /** What it is for one school. */
  record ForSchool(String school, List<Matched> matched, Judgement judgement) {}
}
