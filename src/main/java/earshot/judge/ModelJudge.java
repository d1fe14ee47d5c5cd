package earshot.judge;

import earshot.judge.text.Kind;
import earshot.judge.text.Language;
import earshot.judge.text.Token;
import earshot.judge.traits.Reading;
import earshot.school.School;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges by what the models answer, then by the rules of labels.md. */
final class ModelJudge implements Judge {
  static final String RELEVANT = "relevant";
  static final String URGENT = "urgent";
  static final String CRITICAL = "critical";

  /** What is never guessed of a text in a language that was not learnt. */
  private static final Set<Label> ABUSE =
      EnumSet.of(
          Label.DISPARAGING,
          Label.ALLEGATION,
          Label.HARASSMENT,
          Label.DISCRIMINATORY,
          Label.OFFENSIVE,
          Label.CONFIDENTIAL,
          Label.CHILD_CONTACT);

  /** What says no more than one word by itself. */
  private static final Set<Kind> WORDS = EnumSet.of(Kind.WORD, Kind.NUMBER, Kind.EMOJI);

  private final Model model;

  ModelJudge(Model model) {
    this.model = model;
  }

  @Override
  public Judgement judge(Post post, School school) {
    return reasoned(post, school).judgement();
  }

  Explained explain(Post post, School school) {
    Reasoned reasoned = reasoned(post, school);
    return new Explained(reasoned.judgement(), reasoned.evidence().byLabel());
  }

  /** A judgement with what it stands on; told label by label only to whoever asks. */
  private record Reasoned(Judgement judgement, Evidence evidence) {}

  private Reasoned reasoned(Post post, School school) {
    Reading reading =
        model.reader().read(post.platform(), post.author(), post.context(), post.text(), school);
    Answers answers = new Answers(model, reading);
    Because because = new Because(reading.text(), Doubt.of(reading, school));
    boolean relevant = answers.yes(RELEVANT) && reading.text().tokens().length > 0;
    return relevant ? ours(post, reading, answers, because) : notOurs(reading, answers, because);
  }

  private Reasoned ours(Post post, Reading reading, Answers answers, Because because) {
    Set<Label> labels = labels(answers, Language.of(reading.text().tokens()));
    Set<Target> targets = targets(answers, labels);
    List<Span> pupil =
        labels.contains(Label.IDENTIFIES_PUPIL)
            ? PupilWords.in(model, post.text(), reading.text(), answers)
            : List.of();
    boolean aimed = isAimed(post, reading);
    SeverityRules.Ruling ruling =
        SeverityRules.of(
            labels, targets, aimed && answers.yes(URGENT), aimed && answers.yes(CRITICAL));
    Evidence evidence = new Evidence(reading.text().tokens(), labels, answers);
    Judgement judgement =
        new Judgement(
            true,
            answers.probability(RELEVANT),
            targets,
            labels,
            scores(answers),
            ruling.severity(),
            evidence.all(),
            pupil,
            because.ours(labels, targets, pupil, ruling));
    return new Reasoned(judgement, evidence);
  }

  /** A word by itself, written under nothing, is aimed at nobody; a hashtag holds several words. */
  private static boolean isAimed(Post post, Reading reading) {
    List<Kind> said =
        Arrays.stream(reading.text().tokens())
            .map(Token::kind)
            .filter(kind -> kind != Kind.PUNCTUATION)
            .toList();
    return said.size() > 1 || !WORDS.containsAll(said) || !post.context().isBlank();
  }

  private static Reasoned notOurs(Reading reading, Answers answers, Because because) {
    Judgement judgement =
        new Judgement(
            false,
            answers.probability(RELEVANT),
            Set.of(),
            Set.of(),
            scores(answers),
            Severity.NONE,
            List.of(),
            List.of(),
            because.notOurs());
    return new Reasoned(judgement, new Evidence(reading.text().tokens(), Set.of(), answers));
  }

  private static Map<Label, Double> scores(Answers answers) {
    Map<Label, Double> scores = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      scores.put(label, answers.probability(label.word()));
    }
    return scores;
  }

  private static Set<Label> labels(Answers answers, Language language) {
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (Label label : Label.values()) {
      if (answers.yes(label.word()) && (language.isRead() || !ABUSE.contains(label))) {
        labels.add(label);
      }
    }
    return labels;
  }

  private static Set<Target> targets(Answers answers, Set<Label> labels) {
    Set<Target> targets = EnumSet.noneOf(Target.class);
    if (labels.isEmpty()) {
      return targets;
    }
    Target best = Target.SCHOOL;
    for (Target target : Target.values()) {
      if (answers.yes("target " + target.word())) {
        targets.add(target);
      }
      if (answers.margin("target " + target.word()) > answers.margin("target " + best.word())) {
        best = target;
      }
    }
    if (labels.contains(Label.IDENTIFIES_PUPIL)) {
      targets.add(Target.PUPIL);
    }
    if (targets.isEmpty()) {
      targets.add(best);
    }
    return targets;
  }
}
