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
 * @param stories what was told, in the last days, of each story that there is more of
 * @param lastHour what was told in the last hour, alike ones together
 */
record History(List<Instant> mails, Map<Long, Story> stories, List<Told> lastHour) {
  static final Duration REMEMBERED = Duration.ofDays(7);

  /**
   * A story that was told.
   *
   * @param critical whether it was told as critical
   * @param mails how many mails told of it in the last day
   */
  record Story(boolean critical, int mails) {}

  /**
   * Some urgent notices that were told.
   *
   * @param thread the conversation they stand in, or 0
   * @param criticalStory their story if they were critical, otherwise 0
   */
  record Told(long thread, Set<Label> labels, long criticalStory, int count) {
    Told {
      labels = Set.copyOf(labels);
    }
  }

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
    return lastHour.stream()
        .mapToLong(Told::criticalStory)
        .filter(story -> story != 0)
        .distinct()
        .count();
  }

  int toldInLastHour() {
    return lastHour.stream().mapToInt(Told::count).sum();
  }
}
