package earshot.alert;

import earshot.judge.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the urgent notices that wait for one recipient become a mail: half a minute after the first,
 * then every five minutes while more comes; in a storm not more than three in an hour, but for an
 * incident of its own.
 */
final class Grouping {
  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration NEXT = Duration.ofMinutes(5);

  /** More than this many in an hour are a storm. */
  static final int STORM = 20;

  static final Duration SECOND_IN_STORM = Duration.ofMinutes(25);
  private static final int MAILS_AN_HOUR = 3;
  private static final Duration HOUR = Duration.ofHours(1);

  /** So many critical stories in an hour, and one more is no longer out of the ordinary. */
  private static final int CRITICAL_STORIES = 3;

  private Grouping() {}

  /**
   * What is to be done now.
   *
   * @param send tell these in one mail now; none when it is not time
   * @param leave told often enough today: the digest counts them
   */
  record Decision(List<Notice> send, List<Notice> leave) {
    Decision {
      send = List.copyOf(send);
      leave = List.copyOf(leave);
    }
  }

  /** Whether a finding so bad is told before the next digest. */
  static boolean toldAtOnce(Severity severity) {
    return severity.atLeast(Severity.HIGH);
  }

  /**
   * @param waiting urgent notices the recipient has not been told, the oldest first
   */
  static Decision decide(List<Notice> waiting, History history, Instant now) {
    List<Notice> open = new ArrayList<>();
    List<Notice> leave = new ArrayList<>();
    for (Notice notice : waiting) {
      (history.toldEnough(notice) ? leave : open).add(notice);
    }
    boolean send = !open.isEmpty() && !now.isBefore(due(open, history, now));
    return new Decision(send ? open : List.of(), leave);
  }

  private static Instant due(List<Notice> open, History history, Instant now) {
    Instant regular = latest(settled(open.getFirst(), now), afterLastMail(open, history, now));
    return open.stream()
        .filter(notice -> ofItsOwn(notice, history))
        .map(notice -> settled(notice, now))
        .min(Comparator.naturalOrder())
        .filter(urgent -> urgent.isBefore(regular))
        .orElse(regular);
  }

  /** A moment for more of the same to come in. A notice from the future: the clock was set back. */
  private static Instant settled(Notice notice, Instant now) {
    return notice.created().isAfter(now) ? now : notice.created().plus(FIRST);
  }

  private static Instant afterLastMail(List<Notice> open, History history, Instant now) {
    List<Instant> mails =
        history.mails().stream()
            .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(HOUR)))
            .toList();
    if (mails.isEmpty()) {
      return Instant.MIN;
    }
    if (!storm(open, history, now)) {
      return mails.getLast().plus(NEXT);
    }
    if (mails.size() >= MAILS_AN_HOUR) {
      return mails.get(mails.size() - MAILS_AN_HOUR).plus(HOUR);
    }
    return mails.getLast().plus(mails.size() == 1 ? NEXT : SECOND_IN_STORM);
  }

  private static boolean storm(List<Notice> open, History history, Instant now) {
    long fresh = open.stream().filter(notice -> notice.created().isAfter(now.minus(HOUR))).count();
    return fresh + history.toldInLastHour() > STORM;
  }

  /**
   * A critical incident that is not part of what was told: another story in another conversation,
   * and either critical ones are rare just now or none of the hour was of this kind.
   */
  private static boolean ofItsOwn(Notice notice, History history) {
    return notice.critical()
        && !history.known(notice)
        && !history.toldThread(notice)
        && (history.criticalStories() < CRITICAL_STORIES || !history.toldLabels(notice.labels()));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
