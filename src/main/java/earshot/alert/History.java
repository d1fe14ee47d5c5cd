package earshot.alert;

import earshot.judge.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient has been told at once about one school.
 *
 * @param mails when alerts were put into the outbox in the last hour, the oldest first
 * @param stories what was told of each story in the last days
 * @param lastHour urgent notices told in the last hour
 */
record History(List<Instant> mails, Map<Long, Story> stories, List<Notice> lastHour) {
  static final Duration REMEMBERED = Duration.ofDays(7);

  /**
   * A story that was told.
   *
   * @param critical whether it was told as critical
   * @param first when it was first told
   * @param last when it was last told
   * @param mails how many mails told of it in the last day
   */
  record Story(boolean critical, Instant first, Instant last, int mails) {}

  History {
    mails = List.copyOf(mails);
    stories = Map.copyOf(stories);
    lastHour = List.copyOf(lastHour);
  }

  @Nullable Story story(Notice notice) {
    return stories.get(notice.story());
  }

  /** Whether a notice is more of what was told: the same story, and no worse than it was told. */
  boolean known(Notice notice) {
    Story story = story(notice);
    return story != null && (story.critical() || !notice.critical());
  }

  /** Whether a story has had its alert and its one update of the day. */
  boolean toldEnough(Notice notice) {
    Story story = story(notice);
    return story != null && known(notice) && story.mails() > 1;
  }

  boolean toldThread(Notice notice) {
    return notice.thread() != 0
        && lastHour.stream().anyMatch(told -> told.thread() == notice.thread());
  }

  boolean toldLabels(Set<Label> labels) {
    return lastHour.stream().anyMatch(told -> told.labels().containsAll(labels));
  }

  long criticalStories() {
    return lastHour.stream().filter(Notice::critical).map(Notice::story).distinct().count();
  }
}
