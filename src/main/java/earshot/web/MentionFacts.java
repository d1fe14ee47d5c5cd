package earshot.web;

import earshot.judge.Finding;
import earshot.judge.Findings;
import earshot.judge.Label;
import earshot.judge.Target;
import earshot.listen.Configuration;
import earshot.mention.Mentions;
import earshot.mention.Mentions.Version;
import earshot.watch.KeywordList;
import earshot.web.words.Changes;
import earshot.web.words.Segment;
import earshot.web.words.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands round a mention on its page: clauses, rules, places, versions, the story. */
@Component
class MentionFacts {
  private static final int MOST_RELATED = 30;
  private static final int MOST_VERSIONS = 20;

  private final WebParts parts;
  private final Beside beside;
  private final Mentions mentions = new Mentions();
  private final Findings findings = new Findings();

  MentionFacts(WebParts parts, Beside beside) {
    this.parts = parts;
    this.beside = beside;
  }

  /** All of it. */
  record Facts(
      String schoolName,
      String source,
      List<Target> targets,
      List<Clause> clauses,
      List<MatchedRule> rules,
      List<Place> places,
      List<Edit> edits,
      List<Related> story) {}

  /**
   * @param wording the school's own, "" when its policy has none
   */
  record Clause(Label label, String wording) {}

  /**
   * @param line in the list's file; 0 when the list no longer holds the rule, or something of it is
   *     hidden
   */
  record MatchedRule(String list, String rule, int line) {}

  /** Where it was met. */
  record Place(String source, @Nullable String url, Instant met) {}

  /** A version, and what it changed of the one before. */
  record Edit(int version, Instant met, List<Segment> changes) {}

  /** Another mention that tells the same story. */
  record Related(
      long mention, String school, List<Segment> title, String source, Instant published) {}

  Facts of(Finding finding, Shown shown, Set<String> schools) {
    Configuration configuration = parts.configuration().current();
    Names names = new Names(configuration);
    return new Facts(
        names.school(finding.school()),
        names.source(finding.mention().source()),
        finding.judgement().targets().stream().sorted().toList(),
        clauses(finding, configuration),
        rules(finding, shown, configuration),
        parts.database().read(jdbc -> places(jdbc, finding, shown, names)),
        shown.withheld() ? List.of() : edits(finding, shown),
        parts.database().read(jdbc -> story(jdbc, finding, new Reading(schools, names, shown))));
  }

  private record Reading(Set<String> schools, Names names, Shown shown) {}

  private static List<Clause> clauses(Finding finding, Configuration configuration) {
    return finding.judgement().labels().stream()
        .sorted()
        .map(label -> new Clause(label, configuration.policy().clause(label.clause())))
        .toList();
  }

  private static List<MatchedRule> rules(
      Finding finding, Shown shown, Configuration configuration) {
    return finding.matched().stream()
        .map(matched -> rule(matched, shown, configuration))
        .distinct()
        .toList();
  }

  private static MatchedRule rule(
      Finding.Matched matched, Shown shown, Configuration configuration) {
    String rule = shown.rule(matched.rule());
    boolean whole = rule.equals(Visible.of(matched.rule()));
    return new MatchedRule(
        Visible.of(matched.list()),
        rule,
        whole ? line(configuration.lists(), matched.list(), matched.rule()) : 0);
  }

  private static int line(List<KeywordList> lists, String list, String rule) {
    return lists.stream()
        .filter(known -> known.name().equals(list))
        .flatMap(known -> known.rules().stream())
        .filter(known -> known.text().equals(rule))
        .mapToInt(known -> known.line())
        .findFirst()
        .orElse(0);
  }

  private List<Place> places(JdbcClient jdbc, Finding finding, Shown shown, Names names) {
    return mentions.sightings(jdbc, finding.mention().id()).stream()
        .map(
            sighting ->
                new Place(
                    names.source(sighting.source()), shown.address(sighting.url()), sighting.met()))
        .toList();
  }

  /** Each version against the one before, the newest first; none when it was never edited. */
  private List<Edit> edits(Finding finding, Shown shown) {
    List<Version> versions =
        parts.database().read(jdbc -> mentions.versions(jdbc, finding.mention().id()));
    List<Edit> edits = new ArrayList<>();
    int from = Math.max(1, versions.size() - MOST_VERSIONS);
    for (int i = from; i < versions.size(); i++) {
      edits.add(
          new Edit(
              versions.get(i).number(),
              versions.get(i).fetched(),
              Changes.between(
                  beside.version(searched(versions.get(i - 1)), finding, shown),
                  beside.version(searched(versions.get(i)), finding, shown))));
    }
    return edits.reversed();
  }

  private static String searched(Version version) {
    return Finding.searched(version.title(), version.text());
  }

  private List<Related> story(JdbcClient jdbc, Finding finding, Reading reading) {
    return mentions.story(jdbc, finding.mention().story()).stream()
        .filter(mention -> mention.id() != finding.mention().id())
        .flatMap(
            mention ->
                reading.schools().stream()
                    .flatMap(school -> findings.one(jdbc, mention.id(), school).stream()))
        .sorted(Comparator.comparing(other -> other.mention().published()))
        .limit(MOST_RELATED)
        .map(other -> related(other, reading))
        .toList();
  }

  private static Related related(Finding finding, Reading reading) {
    Shown other = reading.shown().maskedOther(finding);
    return new Related(
        finding.mention().id(),
        finding.school(),
        other.title(),
        reading.names().source(finding.mention().source()),
        finding.mention().published());
  }
}
