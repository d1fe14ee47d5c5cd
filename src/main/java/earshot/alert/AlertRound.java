package earshot.alert;

import earshot.alert.Grouping.Decision;
import earshot.alert.outbox.Outbox;
import earshot.alert.routing.Lane;
import earshot.alert.routing.Routing;
import earshot.alert.routing.Routing.Recipient;
import earshot.school.School;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look at one school's urgent notices: who has yet to be told, and whether it is time. */
final class AlertRound {
  private final JdbcClient jdbc;
  private final School school;
  private final Instant now;
  private final List<Notice> notices;
  private final Map<Lane, List<Recipient>> recipients = new HashMap<>();
  private final Map<Recipient, Set<Long>> told = new HashMap<>();

  AlertRound(JdbcClient jdbc, School school, Routing routing, Instant now) {
    this.jdbc = jdbc;
    this.school = school;
    this.now = now;
    this.notices = NoticeRows.unsettled(jdbc, school.id());
    notices.forEach(notice -> recipients.computeIfAbsent(notice.lane(), routing::alerted));
    everybody()
        .forEach(
            recipient ->
                told.put(
                    recipient,
                    new HashSet<>(NoticeRows.told(jdbc, school.id(), recipient.email()))));
  }

  private Set<Recipient> everybody() {
    Set<Recipient> everybody = new LinkedHashSet<>();
    recipients.values().forEach(everybody::addAll);
    return everybody;
  }

  boolean anythingToDo() {
    return notices.stream().anyMatch(this::settled)
        || everybody().stream()
            .map(this::decide)
            .anyMatch(decision -> !decision.send().isEmpty() || !decision.leave().isEmpty());
  }

  /** Puts what is due into the outbox; returns how many mails. */
  int send() {
    int mails = 0;
    for (Recipient recipient : everybody()) {
      Decision decision = decide(recipient);
      decision.leave().forEach(notice -> note(recipient, notice, null));
      if (!decision.send().isEmpty()) {
        long mail =
            Outbox.put(
                jdbc, AlertPlan.draft(school, recipient, decision.send(), history(recipient)), now);
        decision.send().forEach(notice -> note(recipient, notice, mail));
        mails++;
      }
    }
    notices.stream().filter(this::settled).forEach(notice -> NoticeRows.settle(jdbc, notice));
    return mails;
  }

  private Decision decide(Recipient recipient) {
    List<Notice> waiting =
        notices.stream()
            .filter(notice -> recipients(notice).contains(recipient))
            .filter(notice -> !told(recipient).contains(notice.id()))
            .toList();
    return waiting.isEmpty()
        ? new Decision(List.of(), List.of())
        : Grouping.decide(waiting, history(recipient), now);
  }

  private History history(Recipient recipient) {
    List<Instant> mails =
        Outbox.alertsSince(jdbc, school.id(), recipient.email(), now.minus(Duration.ofHours(1)));
    return NoticeRows.history(jdbc, school.id(), recipient.email(), mails, now);
  }

  private void note(Recipient recipient, Notice notice, @Nullable Long mail) {
    NoticeRows.tell(jdbc, recipient.email(), notice, mail, now);
    told(recipient).add(notice.id());
  }

  private boolean settled(Notice notice) {
    return !recipients(notice).isEmpty()
        && recipients(notice).stream().allMatch(recipient -> told(recipient).contains(notice.id()));
  }

  private List<Recipient> recipients(Notice notice) {
    return recipients.getOrDefault(notice.lane(), List.of());
  }

  private Set<Long> told(Recipient recipient) {
    return told.computeIfAbsent(recipient, missing -> new HashSet<>());
  }
}
