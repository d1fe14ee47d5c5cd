package earshot.listen;

import earshot.judge.Finding;
import earshot.judge.Finding.Matched;
import earshot.judge.Judgement;
import earshot.source.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An item that is to be kept, with what it is for each school; nothing of it is in the store yet.
 *
 * @param given as its source gave it
 * @param item as it is to be kept
 */
record Candidate(Item given, Item item, List<ForSchool> schools) {

  /** What it is for one school. */
  record ForSchool(String school, List<Matched> matched, Judgement judgement) {}

  String searched() {
    return Finding.searched(item.title(), item.text());
  }

  /** The schools that it concerns. */
  Set<String> concerned() {
    return schools.stream()
        .map(ForSchool::school)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
