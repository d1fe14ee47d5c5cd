package earshot.judge.learn;

import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.correct.Correction;
import earshot.judge.correct.Decision;
import earshot.judge.correct.Example;
import earshot.judge.correct.Question;
import earshot.judge.correct.Thresholds;
import earshot.judge.correct.Wording;
import earshot.judge.verdict.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Tries a way of fitting: each example, own and shipped, is judged by a correction that was fitted
 * without it.
 */
final class Trial {
  private static final int FOLDS = 10;

  private final Fitting fitting;
  private final Thresholds thresholds;
  private final IdentityHashMap<Example, Decision> decisions = new IdentityHashMap<>();

  private Trial(Fitting fitting, Thresholds thresholds) {
    this.fitting = fitting;
    this.thresholds = thresholds;
  }

  static Figures of(
      Fitting fitting, Thresholds thresholds, List<Example> own, List<Example> shipped) {
    Trial trial = new Trial(fitting, thresholds);
    trial.decide(own, shipped);
    return trial.figures(own, shipped);
  }

  private void decide(List<Example> own, List<Example> shipped) {
    List<List<Example>> ownParts = parts(own);
    List<List<Example>> shippedParts = parts(shipped);
    for (int fold = 0; fold < FOLDS; fold++) {
      Correction correction = fitting.fit(without(ownParts, fold), without(shippedParts, fold));
      for (Example example : ownParts.get(fold)) {
        decisions.put(example, decision(example, correction));
      }
      for (Example example : shippedParts.get(fold)) {
        decisions.put(example, decision(example, correction));
      }
    }
  }

  private Decision decision(Example example, Correction correction) {
    return Decision.of(example.judged(), example.words(), correction, thresholds);
  }

  /** The same wording is never on both sides. */
  private static List<List<Example>> parts(List<Example> examples) {
    List<List<Example>> parts = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      parts.add(new ArrayList<>());
    }
    Map<String, Integer> folds = new HashMap<>();
    for (Example example : examples) {
      int fold = folds.computeIfAbsent(Wording.key(example.post()), key -> folds.size() % FOLDS);
      parts.get(fold).add(example);
    }
    return parts;
  }

  private static List<Example> without(List<List<Example>> parts, int fold) {
    List<Example> rest = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      if (part != fold) {
        rest.addAll(parts.get(part));
      }
    }
    return rest;
  }

  private Figures figures(List<Example> own, List<Example> shipped) {
    List<Figures.Measure> measures = new ArrayList<>();
    measures.add(found("about their school", Question.RELEVANT, shipped));
    for (Important important : Important.values()) {
      measures.add(found(important.what, new Question(important.label), shipped));
    }
    measures.add(urgent(shipped));
    measures.add(answers(shipped));
    return new Figures(whole(own), answers(own), measures);
  }

  /** The labels that may not be found less often. */
  private enum Important {
    PUPIL("telling who a child is", Label.IDENTIFIES_PUPIL),
    CONTACT("a child may be at risk", Label.CHILD_CONTACT),
    HARASSMENT("harassment, bullying or a threat", Label.HARASSMENT),
    ALLEGATION("a serious allegation", Label.ALLEGATION);

    private final String what;
    private final Label label;

    Important(String what, Label label) {
      this.what = what;
      this.label = label;
    }
  }

  /** How many of those that are so are found. */
  private Figures.Measure found(String what, Question question, List<Example> examples) {
    return count(
        what,
        examples.stream().filter(example -> question.yes(example.answer())).toList(),
        example -> question.yes(example.judged()),
        (example, decision) -> decision.yes(question));
  }

  private Figures.Measure urgent(List<Example> examples) {
    return count(
        "urgent (high or critical)",
        examples.stream().filter(example -> example.answer().soon()).toList(),
        example -> example.judged().severity().atLeast(Severity.HIGH),
        (example, decision) -> severity(example.judged(), decision).atLeast(Severity.HIGH));
  }

  private static Severity severity(Judgement judged, Decision decision) {
    return decision.isSame(judged) ? judged.severity() : decision.ruling(judged).severity();
  }

  /** How many answers of all questions are right. */
  private Figures.Measure answers(List<Example> examples) {
    int before = 0;
    int after = 0;
    for (Example example : examples) {
      Decision decision = decisions.getOrDefault(example, as(example));
      for (Question question : Question.all()) {
        boolean right = question.yes(example.answer());
        before += question.yes(example.judged()) == right ? 1 : 0;
        after += decision.yes(question) == right ? 1 : 0;
      }
    }
    int of = examples.size() * Question.all().size();
    return new Figures.Measure(Figures.ANSWERS, of, before, after);
  }

  private Figures.Measure whole(List<Example> examples) {
    return count(
        "judged right in every point",
        examples,
        example -> same(example.answer(), example.judged().relevant(), example.judged().labels()),
        (example, decision) -> same(example.answer(), decision.relevant(), decision.labels()));
  }

  private static boolean same(Answer answer, boolean relevant, Set<Label> labels) {
    return answer.relevant() == relevant && answer.labels().equals(labels);
  }

  private Figures.Measure count(
      String what,
      List<Example> examples,
      Predicate<Example> before,
      BiPredicate<Example, Decision> after) {
    return new Figures.Measure(
        what,
        examples.size(),
        (int) examples.stream().filter(before).count(),
        (int)
            examples.stream()
                .filter(
                    example -> after.test(example, decisions.getOrDefault(example, as(example))))
                .count());
  }

  private static Decision as(Example example) {
    return new Decision(example.judged().relevant(), example.judged().labels());
  }
}
