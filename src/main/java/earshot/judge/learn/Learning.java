package earshot.judge.learn;

import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Post;
import earshot.judge.Span;
import earshot.judge.correct.Correction;
import earshot.judge.correct.Correction.Remembered;
import earshot.judge.correct.Example;
import earshot.judge.correct.Question;
import earshot.judge.correct.ShippedExamples;
import earshot.judge.correct.Thresholds;
import earshot.judge.correct.Wording;
import earshot.judge.text.Token;
import earshot.judge.verdict.Answer;
import earshot.judge.verdict.Naming;
import earshot.school.School;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fits a school's correction to its verdicts and tries it; keeps nothing. */
public final class Learning {
  /** Fewer than these are chance. */
  public static final int FEWEST = 8;

  /** How strongly weights are held at nothing; the strongest is tried first. */
  private static final List<Double> HOLDS = List.of(0.3, 0.1, 0.03, 0.01);

  private final Judge shipped;
  private final List<Example> examples;
  private final Thresholds thresholds;

  public Learning(Judge shipped) {
    this.shipped = shipped;
    this.thresholds = Thresholds.shipped();
    this.examples = ShippedExamples.judged(shipped, thresholds);
  }

  /**
   * What was said of a post.
   *
   * @param pupil the words that tell who a child is
   * @param lifts whether the person may decide that no child can be worked out
   */
  public record Lesson(Post post, Answer answer, List<Span> pupil, boolean lifts) {
    public Lesson {
      pupil = List.copyOf(pupil);
    }
  }

  /** What a school's verdicts come to; a later one on the same words counts, not the earlier. */
  public Proposal of(School school, List<Lesson> lessons) {
    Map<String, Remembered> memory = new HashMap<>();
    List<Example> own = new ArrayList<>();
    int wrong = 0;
    int aside = 0;
    for (Lesson lesson : lessons) {
      Example example = example(school, lesson);
      boolean differs = differs(example);
      wrong += differs ? 1 : 0;
      if (differs) {
        memory.put(Wording.key(lesson.post()), remembered(lesson));
      } else {
        memory.remove(Wording.key(lesson.post()));
      }
      if (unlearnsSafety(example)) {
        aside++;
      } else {
        own.add(example);
      }
    }
    Tried tried = own.size() < FEWEST ? null : best(own);
    Correction fitted = tried == null ? Correction.NONE : tried.correction();
    return new Proposal(
        lessons.size(),
        wrong,
        aside,
        fitted.remembering(memory),
        tried == null ? null : tried.figures(),
        tried == null ? List.of(tooFew(own.size(), aside)) : tried.refusals());
  }

  private Example example(School school, Lesson lesson) {
    Judgement judged = shipped.judge(lesson.post(), school);
    List<Span> hidden = new ArrayList<>(judged.pupil());
    hidden.addAll(lesson.pupil());
    return new Example(lesson.post(), judged, lesson.answer(), Wording.open(lesson.post(), hidden));
  }

  private static boolean differs(Example example) {
    return Question.all().stream()
        .anyMatch(question -> question.yes(example.judged()) != question.yes(example.answer()));
  }

  /** Whether it says no where the judge is sure of something that protects people. */
  private static boolean unlearnsSafety(Example example) {
    return Question.FLOOR.stream()
        .anyMatch(
            label ->
                Question.isSure(example.judged(), label)
                    && !example.answer().labels().contains(label));
  }

  /** Which of the words tell who a child is: a correction holds numbers, not words. */
  private static Remembered remembered(Lesson lesson) {
    List<Token> tokens = Naming.tokens(lesson.post().text());
    List<Span> numbers = new ArrayList<>();
    for (Span span : lesson.pupil()) {
      int first = 0;
      while (first < tokens.size() && tokens.get(first).end() <= span.start()) {
        first++;
      }
      int end = first;
      while (end < tokens.size() && tokens.get(end).start() < span.end()) {
        end++;
      }
      numbers.add(new Span(first, end));
    }
    return new Remembered(lesson.answer(), numbers, lesson.lifts());
  }

  private record Tried(Correction correction, Figures figures, List<String> refusals) {
    int gain() {
      return figures.answers().after() - figures.answers().before();
    }
  }

  /** The way of fitting that may be applied and gains most; where none may, that gains most. */
  private Tried best(List<Example> own) {
    @Nullable Tried best = null;
    for (double hold : HOLDS) {
      Fitting fitting = new Fitting(thresholds, hold);
      Figures figures = Trial.of(fitting, thresholds, own, examples);
      Tried tried = new Tried(fitting.fit(own, examples), figures, Gate.refusals(figures));
      if (best == null || isBetter(tried, best)) {
        best = tried;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static boolean isBetter(Tried tried, Tried best) {
    return tried.refusals().isEmpty() == best.refusals().isEmpty()
        ? tried.gain() > best.gain()
        : tried.refusals().isEmpty();
  }

  private static String tooFew(int examples, int aside) {
    String plain =
        "There is too little to learn from: %d of at least %d examples. Open more posts and say whether each was judged right."
            .formatted(examples, FEWEST);
    return aside == 0
        ? plain
        : plain
            + " "
            + aside
            + " more take away a child's protection where the judge is sure of it; these change their own posts only.";
  }
}
