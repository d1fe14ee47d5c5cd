package earshot.listen;

import earshot.judge.Finding;
import earshot.judge.Finding.Matched;
import earshot.judge.Judge;
import earshot.judge.Post;
import earshot.school.School;
import earshot.source.Item;
import earshot.source.Source;
import earshot.watch.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which items concern a school, and what each is for it; touches no store. */
final class Sifter {
  private static final Logger LOG = LoggerFactory.getLogger(Sifter.class);

  private final Configuration configuration;
  private final Judge judge;

  Sifter(Configuration configuration, Judge judge) {
    this.configuration = configuration;
    this.judge = judge;
  }

  /** What a batch came to: candidates, and a note for each item that could not be sifted. */
  record Sifted(List<Candidate> candidates, List<String> notes) {}

  Sifted sift(Source source, List<Item> items, KnownSchools known) {
    List<Candidate> candidates = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Item item : items) {
      try {
        Item clean = CleanText.of(item);
        Candidate candidate = candidate(source, clean, known.schoolsThatKnow(clean));
        if (!candidate.schools().isEmpty()) {
          candidates.add(candidate);
        }
      } catch (RuntimeException | StackOverflowError e) {
        LOG.warn("An item of {} could not be judged", source.id(), e);
        notes.add("One post could not be judged and was left out: " + item.url());
      }
    }
    return new Sifted(candidates, notes);
  }

  /** The schools that hold a finding on an item already; they hear of its edits, hit or no hit. */
  interface KnownSchools {
    Set<String> schoolsThatKnow(Item item);
  }

  /**
   * A reply under a title that names the school need not name it again: it is heard for the schools
   * that the thread's title or the page matches, with no words of its own to point at.
   */
  private void hearContext(Source source, Item item, Map<String, List<Matched>> matched) {
    if (item.context().isEmpty()) {
      return;
    }
    String whole = Finding.searched(item.title(), item.text()) + "\n" + item.context();
    for (Hit hit : configuration.watcher().match(whole, new ItemFacts(source, item))) {
      matched.computeIfAbsent(
          hit.school(),
          school ->
              new ArrayList<>(List.of(new Matched(hit.rule().list(), hit.rule().text(), 0, 0))));
    }
  }

  private Candidate candidate(Source source, Item item, Set<String> known) {
    List<School> meant = configuration.schools().meant(source.schools());
    Map<String, List<Matched>> matched = new LinkedHashMap<>();
    known.forEach(school -> matched.put(school, new ArrayList<>()));
    String searched = Finding.searched(item.title(), item.text());
    for (Hit hit : configuration.watcher().match(searched, new ItemFacts(source, item))) {
      matched
          .computeIfAbsent(hit.school(), school -> new ArrayList<>())
          .add(new Matched(hit.rule().list(), hit.rule().text(), hit.start(), hit.end()));
    }
    hearContext(source, item, matched);
    Post post = new Post(source.platform(), item.author(), item.context(), searched);
    List<Candidate.ForSchool> schools = new ArrayList<>();
    for (School school : meant) {
      List<Matched> rules = matched.get(school.id());
      if (rules != null) {
        schools.add(new Candidate.ForSchool(school.id(), rules, judge.judge(post, school)));
      }
    }
    return new Candidate(item, schools);
  }
}
