package earshot.listen;

import earshot.judge.Finding.Matched;
import earshot.judge.Judge;
import earshot.mention.Mention;
import earshot.school.School;
import earshot.source.Item;
import earshot.source.Source;
import earshot.watch.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which items concern a school, and what each is for it; touches no store. */
final class Sifter {
  private final Configuration configuration;
  private final Judge judge;

  Sifter(Configuration configuration, Judge judge) {
    this.configuration = configuration;
    this.judge = judge;
  }

  /** What a batch came to: candidates, and the items that could not be sifted. */
  record Sifted(List<Candidate> candidates, List<Item> failed) {}

  Sifted sift(Source source, List<Item> items, KnownSchools known) {
    List<Candidate> candidates = new ArrayList<>();
    List<Item> failed = new ArrayList<>();
    for (Item item : items) {
      try {
        Candidate candidate = candidate(source, item, known);
        if (!candidate.schools().isEmpty()) {
          candidates.add(candidate);
        }
      } catch (RuntimeException | StackOverflowError e) {
        Unquoted.warn(source, item, e);
        failed.add(item);
      }
    }
    return new Sifted(candidates, failed);
  }

  /**
   * The schools that hold a finding on an item already; they hear of its edits, hit or no hit, from
   * whichever source.
   */
  interface KnownSchools {
    Set<String> schoolsThatKnow(Item item);
  }

  private Candidate candidate(Source source, Item given, KnownSchools known) {
    Item item = CleanText.of(given);
    Said said = Said.of(source, item);
    Map<String, List<Matched>> matched = matched(said);
    List<School> meant = configuration.schools().meant(source.schools());
    Set<String> knowing = known.schoolsThatKnow(item);
    List<Candidate.ForSchool> schools = new ArrayList<>();
    for (School school : configuration.schools().schools()) {
      boolean heard = meant.contains(school) && matched.containsKey(school.id());
      if (heard || knowing.contains(school.id())) {
        schools.add(judged(judge, said, school, matched));
      }
    }
    return new Candidate(given, item, schools);
  }

  /**
   * What a mention is for some schools. Where it says something else than the item that led to it,
   * it is judged anew, without the second reader: this is done while the store is written.
   */
  List<Candidate.ForSchool> asKept(Candidate candidate, Mention mention, Set<String> wanted) {
    Said kept = Said.of(mention);
    List<Candidate.ForSchool> schools = new ArrayList<>();
    if (kept.post().text().equals(candidate.searched())) {
      candidate.schools().stream().filter(s -> wanted.contains(s.school())).forEach(schools::add);
    }
    Set<String> left = new HashSet<>(wanted);
    schools.forEach(done -> left.remove(done.school()));
    if (!left.isEmpty()) {
      Map<String, List<Matched>> matched = matched(kept);
      configuration.schools().schools().stream()
          .filter(school -> left.contains(school.id()))
          .forEach(school -> schools.add(judged(judge.unaided(), kept, school, matched)));
    }
    return schools;
  }

  private static Candidate.ForSchool judged(
      Judge judge, Said said, School school, Map<String, List<Matched>> matched) {
    return new Candidate.ForSchool(
        school.id(),
        matched.getOrDefault(school.id(), List.of()),
        judge.judge(said.post(), school));
  }

  private Map<String, List<Matched>> matched(Said said) {
    Map<String, List<Matched>> matched = new LinkedHashMap<>();
    for (Hit hit : configuration.watcher().match(said.post().text(), said)) {
      matched
          .computeIfAbsent(hit.school(), school -> new ArrayList<>())
          .add(new Matched(hit.rule().list(), hit.rule().text(), hit.start(), hit.end()));
    }
    hearContext(said, matched);
    return matched;
  }

  /**
   * A reply under a title that names the school need not name it again: it is heard for the schools
   * that the thread's title or the page matches, with no words of its own to point at.
   */
  private void hearContext(Said said, Map<String, List<Matched>> matched) {
    if (said.post().context().isEmpty()) {
      return;
    }
    String whole = said.post().text() + "\n" + said.post().context();
    for (Hit hit : configuration.watcher().match(whole, said)) {
      matched.computeIfAbsent(
          hit.school(),
          school ->
              new ArrayList<>(List.of(new Matched(hit.rule().list(), hit.rule().text(), 0, 0))));
    }
  }
}
