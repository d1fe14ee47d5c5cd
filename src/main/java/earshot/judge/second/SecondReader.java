package earshot.judge.second;

import earshot.config.Settings;
import earshot.judge.Judge;
import earshot.judge.Judgement;
import earshot.judge.Label;
import earshot.judge.Mask;
import earshot.judge.Post;
import earshot.school.School;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows borderline posts, masked, to a language model that the school runs itself, and adds what it
 * said to the reasons. It never takes a label away and never changes the severity: a person does.
 */
public final class SecondReader implements Judge {
  private static final double DOUBT_FROM = 0.3;
  private static final double DOUBT_TO = 0.7;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Judge first;
  private final Settings.SecondReader settings;
  private final Conversation conversation;
  private final InstantSource clock;
  private final Deque<Instant> asked = new ArrayDeque<>();

  public SecondReader(Judge first, Settings.SecondReader settings, InstantSource clock) {
    this.first = first;
    this.settings = settings;
    this.conversation = new Conversation(settings);
    this.clock = clock;
  }

  @Override
  public Judgement judge(Post post, School school) {
    Judgement judgement = first.judge(post, school);
    if (!judgement.relevant() || doubts(judgement).isEmpty() || !withinBudget()) {
      return judgement;
    }
    Opinion opinion = conversation.ask(Mask.hide(post.text(), judgement.pupil()));
    return opinion == null ? judgement : with(judgement, opinion);
  }

  @Override
  public Judge unaided() {
    return first.unaided();
  }

  /** The labels of which the first reader was not sure. */
  private static List<Label> doubts(Judgement judgement) {
    return judgement.scores().entrySet().stream()
        .filter(score -> score.getValue() >= DOUBT_FROM && score.getValue() <= DOUBT_TO)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private synchronized boolean withinBudget() {
    Instant now = clock.instant();
    while (!asked.isEmpty() && asked.peekFirst().plus(HOUR).isBefore(now)) {
      asked.removeFirst();
    }
    if (asked.size() >= settings.perHour()) {
      return false;
    }
    asked.addLast(now);
    return true;
  }

  private Judgement with(Judgement judgement, Opinion opinion) {
    List<String> because = new ArrayList<>(judgement.because());
    for (Label label : doubts(judgement)) {
      boolean sees = opinion.evidence().containsKey(label);
      boolean given = judgement.labels().contains(label);
      because.add(
          "The second reader (%s) %s with the first: %s%s."
              .formatted(
                  settings.model(),
                  sees == given ? "agrees" : "disagrees",
                  sees ? "" : "not ",
                  label.word()));
    }
    return judgement.with(judgement.evidence(), judgement.pupil(), because);
  }

  /** The judge itself, or with a second reader where the settings name one. */
  public static Judge where(
      Settings.@Nullable SecondReader settings, Judge first, InstantSource clock) {
    return settings == null ? first : new SecondReader(first, settings, clock);
  }
}
