package earshot.alert;

import earshot.alert.outbox.Mail.Addressee;
import earshot.alert.outbox.Mail.Draft;
import earshot.alert.outbox.Mail.Kind;
import earshot.alert.outbox.Plan;
import earshot.alert.outbox.Plan.Key;
import earshot.alert.outbox.Plan.Section;
import earshot.alert.routing.Routing.Recipient;
import earshot.school.School;
import java.util.ArrayList;
import java.util.List;

/** Sets out an immediate alert: the worst first, each story once, updates apart. Pure. */
final class AlertPlan {
  /** Told in full; the rest is counted. Keeps the largest mail below 200 kB. */
  static final int MOST_LISTED = 20;

  private AlertPlan() {}

  static Draft draft(School school, Recipient recipient, List<Notice> notices, History history) {
    List<Notice> fresh = notices.stream().filter(notice -> !history.known(notice)).toList();
    List<Notice> updates = notices.stream().filter(history::known).toList();
    String subject = subject(school, fresh.size(), updates.size());
    Plan plan =
        recipient.countsOnly()
            ? counts(school, notices)
            : new Plan(
                heading(school, fresh.size(), updates.size()),
                opening(notices),
                sections(fresh, updates),
                List.of());
    return new Draft(
        Kind.ALERT,
        school.id(),
        new Addressee(recipient.contact().name(), recipient.email()),
        subject,
        plan);
  }

  private static String subject(School school, int fresh, int updates) {
    return "[Earshot] " + heading(school, fresh, updates);
  }

  private static String heading(School school, int fresh, int updates) {
    return fresh > 0
        ? Counting.of(fresh, "urgent post") + " about " + school.name()
        : "Update: " + Counting.of(updates, "more urgent post") + " about " + school.name();
  }

  private static List<String> opening(List<Notice> notices) {
    long critical = notices.stream().filter(Notice::critical).count();
    if (critical == 0) {
      return List.of();
    }
    return List.of(
        critical == notices.size() && critical == 1
            ? "It is critical: please read it now."
            : Counting.of(critical, "is critical", "are critical") + ": please read first.");
  }

  private static List<Section> sections(List<Notice> fresh, List<Notice> updates) {
    List<Section> sections = new ArrayList<>();
    List<Key> told = Counting.byStory(fresh);
    List<Key> more = Counting.byStory(updates);
    if (!told.isEmpty()) {
      sections.add(section("", told, MOST_LISTED));
    }
    if (!more.isEmpty()) {
      int left = Math.max(0, MOST_LISTED - told.size());
      sections.add(section("More of what you were told before", more, left));
    }
    return sections;
  }

  private static Section section(String heading, List<Key> keys, int most) {
    List<Key> listed = keys.subList(0, Math.min(most, keys.size()));
    return new Section(heading, false, listed, keys.size() - listed.size());
  }

  /** For a governor: that there is something, not what or about whom. */
  private static Plan counts(School school, List<Notice> notices) {
    return new Plan(
        Counting.of(notices.size(), "urgent post") + " about " + school.name(),
        List.of(
            "Earshot found "
                + Counting.of(notices.size(), "urgent post")
                + " that the Headteacher is not told of, because it concerns the Headteacher.",
            "This mail names nobody. Please ask the person at the school or the trust who looks after"
                + " Earshot to show it to whoever should deal with it."),
        List.of(),
        List.of());
  }
}
