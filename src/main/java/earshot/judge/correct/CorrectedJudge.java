package earshot.judge.correct;

import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Post;
import earshot.judge.SeverityRules;
import earshot.judge.Span;
import earshot.judge.correct.Correction.Remembered;
import earshot.judge.text.Token;
import earshot.judge.verdict.Answer;
import earshot.judge.verdict.LabelWords;
import earshot.judge.verdict.Naming;
import earshot.judge.verdict.Restated;
import earshot.school.School;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges as the shipped judge does, and then as the school taught. A school that taught nothing
 * costs nothing.
 */
final class CorrectedJudge implements Judge {
  private final Judge shipped;
  private final Function<String, @Nullable Correction> corrections;

  CorrectedJudge(Judge shipped, Function<String, @Nullable Correction> corrections) {
    this.shipped = shipped;
    this.corrections = corrections;
  }

  @Override
  public Judgement judge(Post post, School school) {
    Judgement judged = shipped.judge(post, school);
    Correction correction = corrections.apply(school.id());
    if (correction == null || post.text().isBlank()) {
      return judged;
    }
    Remembered remembered =
        correction.memory().isEmpty() ? null : correction.memory().get(Wording.key(post));
    return remembered == null ? learnt(judged, post, correction) : exact(judged, post, remembered);
  }

  private static Judgement exact(Judgement judged, Post post, Remembered remembered) {
    Answer said = remembered.answer();
    Set<Label> labels = EnumSet.noneOf(Label.class);
    labels.addAll(said.labels());
    if (!remembered.lifts()) {
      // whoever may not look behind the mask cleared nothing that it hides
      for (Label label : List.of(Label.IDENTIFIES_PUPIL, Label.CHILD_CONTACT)) {
        if (judged.labels().contains(label)) {
          labels.add(label);
        }
      }
    }
    Answer answer =
        new Answer(
            said.relevant() || !labels.isEmpty(),
            labels,
            said.targets(),
            said.soon(),
            said.atOnce());
    return Restated.of(
        judged,
        post.text(),
        answer,
        new Restated.Hiding(places(post.text(), remembered.pupil()), remembered.lifts()),
        "Somebody at your school judged the same words: " + LabelWords.of(answer) + ".");
  }

  /** Where the words of some numbers stand. */
  private static List<Span> places(String text, List<Span> numbers) {
    List<Span> places = new ArrayList<>();
    List<Token> tokens = numbers.isEmpty() ? List.of() : Naming.tokens(text);
    for (Span number : numbers) {
      if (number.end() > number.start() && number.end() <= tokens.size()) {
        places.add(
            new Span(tokens.get(number.start()).start(), tokens.get(number.end() - 1).end()));
      }
    }
    return places;
  }

  private static Judgement learnt(Judgement judged, Post post, Correction correction) {
    if (correction.lines().isEmpty()) {
      return judged;
    }
    Decision decision =
        Decision.of(judged, Wording.open(post, judged.pupil()), correction, Thresholds.shipped());
    return decision.isSame(judged) ? judged : decided(judged, post, decision);
  }

  private static Judgement decided(Judgement judged, Post post, Decision decision) {
    SeverityRules.Ruling ruling = decision.ruling(judged);
    return new Judgement(
        decision.relevant(),
        judged.relevance(),
        decision.targets(judged),
        decision.labels(),
        judged.scores(),
        ruling.severity(),
        decision.labels().stream().anyMatch(judged.labels()::contains)
            ? judged.evidence()
            : List.of(),
        // what the judge would hide stays hidden, whatever was learnt
        decision.labels().contains(Label.IDENTIFIES_PUPIL) && judged.pupil().isEmpty()
            ? Naming.guessed(post.text())
            : judged.pupil(),
        Reasons.of(judged, decision, ruling));
  }
}
