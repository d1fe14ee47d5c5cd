package earshot.watch;

import earshot.query.Evaluator;
import earshot.query.Facts;
import earshot.query.Tokens;
import earshot.school.School;
import earshot.school.Schools;
import earshot.school.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches any text against all rules of all schools, rule by rule. */
public final class Watcher {
  /** A rule, and the schools it speaks for. */
  private record Watched(Rule rule, KeywordList.Kind kind, List<String> schools) {}

  private final List<Watched> watched;

  private Watcher(List<Watched> watched) {
    this.watched = watched;
  }

  /**
   * The rules of these lists for these schools; a school's own list hides its trust's of that name.
   */
  public static Watcher of(Schools schools, Collection<KeywordList> lists) {
    Map<KeywordList, List<String>> speaksFor = new LinkedHashMap<>();
    for (School school : schools.schools()) {
      for (KeywordList list : listsOf(schools, school, lists)) {
        speaksFor.computeIfAbsent(list, key -> new ArrayList<>()).add(school.id());
      }
    }
    List<Watched> watched = new ArrayList<>();
    speaksFor.forEach(
        (list, ids) ->
            list.rules()
                .forEach(rule -> watched.add(new Watched(rule, list.kind(), List.copyOf(ids)))));
    return new Watcher(List.copyOf(watched));
  }

  /** The lists that apply to one school: its own, then its trust's, then everybody's. */
  public static List<KeywordList> listsOf(
      Schools schools, School school, Collection<KeywordList> lists) {
    Map<String, KeywordList> byName = new LinkedHashMap<>();
    List<String> nearestFirst = new ArrayList<>(List.of(school.id()));
    schools.trustOf(school).map(Trust::id).ifPresent(nearestFirst::add);
    nearestFirst.add("*");
    for (String reference : nearestFirst) {
      for (KeywordList list : lists) {
        if (list.schools().contains(reference)) {
          byName.putIfAbsent(list.name() + "/" + list.kind(), list);
        }
      }
    }
    return List.copyOf(byName.values());
  }

  /** Every rule that the text matches, for every school that no ignoring rule takes out. */
  public List<Hit> match(String text, Facts facts) {
    Tokens tokens = Tokens.of(text);
    Evaluator evaluator = new Evaluator(tokens, facts);
    List<Hit> hits = new ArrayList<>();
    Set<String> ignoring = new LinkedHashSet<>();
    for (Watched candidate : watched) {
      List<Evaluator.Run> runs = evaluator.find(candidate.rule().query());
      if (runs == null) {
        continue;
      }
      if (candidate.kind() == KeywordList.Kind.IGNORE) {
        ignoring.addAll(candidate.schools());
      } else {
        addHits(candidate, runs, tokens, hits);
      }
    }
    return hits.stream().filter(hit -> !ignoring.contains(hit.school())).toList();
  }

  private static void addHits(
      Watched candidate, List<Evaluator.Run> runs, Tokens tokens, List<Hit> hits) {
    for (String school : candidate.schools()) {
      for (Evaluator.Run run : runs) {
        int start = tokens.get(run.first()).start();
        int end = tokens.get(run.last()).end();
        hits.add(new Hit(school, candidate.rule(), start, end));
      }
    }
  }
}
