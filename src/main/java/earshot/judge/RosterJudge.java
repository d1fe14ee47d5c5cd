package earshot.judge;

import earshot.school.School;
import earshot.school.roster.Roster;
import earshot.school.roster.Rosters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the names on the school's roll. A hit makes sure that a post identifies a pupil; that there
 * is no hit never clears one. It speaks last, and so it marks a child's words wherever they come up
 * again, whoever found them.
 */
public final class RosterJudge implements Judge {
  private static final double CERTAIN = 0.99;

  /** A post that names a pupil of the roll needs little more to be about the school. */
  private static final double LIKELY_RELEVANT = 0.2;

  private final Judge judge;
  private final Rosters rosters;

  public RosterJudge(Judge judge, Rosters rosters) {
    this.judge = judge;
    this.rosters = rosters;
  }

  @Override
  public Judgement judge(Post post, School school) {
    return ChildWords.everywhere(byTheRoll(post, school), post.text());
  }

  private Judgement byTheRoll(Post post, School school) {
    Judgement judgement = judge.judge(post, school);
    Roster roster = rosters.of(school.id());
    if (roster == null) {
      return judgement;
    }
    List<Roster.Hit> hits = roster.find(post.text());
    boolean about = judgement.relevant() || judgement.relevance() >= LIKELY_RELEVANT;
    return hits.isEmpty() || !about ? judgement : named(judgement, post, hits);
  }

  private static Judgement named(Judgement judgement, Post post, List<Roster.Hit> hits) {
    Set<Label> labels = EnumSet.of(Label.IDENTIFIES_PUPIL);
    labels.addAll(judgement.labels());
    Set<Target> targets = EnumSet.of(Target.PUPIL);
    targets.addAll(judgement.targets());
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    scores.putAll(judgement.scores());
    scores.merge(Label.IDENTIFIES_PUPIL, CERTAIN, Math::max);
    List<Span> names = hits.stream().map(hit -> new Span(hit.start(), hit.end())).toList();
    boolean noPictures = hits.stream().anyMatch(hit -> !hit.photo());
    return new Judgement(
        true,
        Math.max(judgement.relevance(), CERTAIN),
        targets,
        labels,
        scores,
        severity(judgement.severity(), noPictures),
        Span.joined(judgement.evidence(), names),
        Span.joined(judgement.pupil(), names),
        because(judgement, post, names, noPictures));
  }

  private static Severity severity(Severity judged, boolean noPictures) {
    Severity least = noPictures ? Severity.HIGH : Severity.MEDIUM;
    return judged.atLeast(least) ? judged : least;
  }

  private static List<String> because(
      Judgement judgement, Post post, List<Span> names, boolean noPictures) {
    List<String> because = new ArrayList<>(judgement.because());
    for (Span name : names) {
      String masked =
          Mask.hide(
              post.text().substring(name.start(), name.end()),
              List.of(new Span(0, name.end() - name.start())));
      because.add("Names a child who is on the school's roll (" + masked + ").");
    }
    if (noPictures) {
      because.add("The family has asked that no picture of this child is published.");
    }
    return because.stream().distinct().toList();
  }
}
