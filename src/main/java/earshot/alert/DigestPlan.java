package earshot.alert;

import earshot.alert.outbox.Mail.Addressee;
import earshot.alert.outbox.Mail.Draft;
import earshot.alert.outbox.Mail.Kind;
import earshot.alert.outbox.Plan;
import earshot.alert.outbox.Plan.Key;
import earshot.alert.outbox.Plan.Section;
import earshot.alert.routing.Routing;
import earshot.alert.routing.Routing.Recipient;
import earshot.alert.sources.Outage;
import earshot.alert.sources.Standing;
import earshot.alert.sources.Times;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.school.School;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sets out a school's digest for one recipient: by severity, then by story. Pure. */
record DigestPlan(School school, Instant now, List<Standing> sources, List<Outage> outages) {
  /** Told in full; then in one line each; then only counted. Keeps a mail below 200 kB. */
  static final int MOST_FULL = 25;

  static final int MOST_BRIEF = 50;

  DigestPlan {
    sources = List.copyOf(sources);
    outages = List.copyOf(outages);
  }

  /** A kind of news: how it is headed, how it is counted, and what belongs to it. */
  private enum News {
    URGENT("Urgent", "urgent", notice -> notice.severity().atLeast(Severity.HIGH)),
    MEDIUM("Medium: worth a look", "worth a look", notice -> notice.severity() == Severity.MEDIUM),
    LOW("Low: for information", "for information", notice -> notice.severity() == Severity.LOW),
    PRAISE("Good news", "good news", notice -> notice.labels().contains(Label.PRAISE)),
    NEUTRAL("Neutral", "neutral", notice -> true);

    private final String heading;
    private final String counted;
    private final Predicate<Notice> holds;

    News(String heading, String counted, Predicate<Notice> holds) {
      this.heading = heading;
      this.counted = counted;
      this.holds = holds;
    }

    static News of(Notice notice) {
      return Stream.of(values())
          .filter(kind -> kind.holds.test(notice))
          .findFirst()
          .orElse(NEUTRAL);
    }
  }

  Draft draft(Recipient to, Routing routing, List<Notice> notices) {
    List<Notice> seen =
        notices.stream().filter(notice -> routing.digested(notice.lane()).contains(to)).toList();
    String count = seen.isEmpty() ? "nothing new" : Counting.of(seen.size(), "new post");
    String subject =
        "[Earshot] " + school.name() + ": " + count + ", " + Times.day(now, school.zone());
    List<Section> sections = to.countsOnly() ? List.of() : sections(to, routing, seen);
    Plan plan =
        new Plan(heading(count + " about " + school.name()), opening(seen), sections, List.of());
    return new Draft(
        Kind.DIGEST, school.id(), new Addressee(to.contact().name(), to.email()), subject, plan);
  }

  private static String heading(String count) {
    return Character.toUpperCase(count.charAt(0)) + count.substring(1);
  }

  private List<String> opening(List<Notice> seen) {
    List<String> kinds = new ArrayList<>();
    for (News kind : News.values()) {
      long count = seen.stream().filter(notice -> News.of(notice) == kind).count();
      if (count > 0) {
        kinds.add(count + " " + kind.counted);
      }
    }
    String read = Times.read(sources, now, school.zone());
    List<String> opening = new ArrayList<>();
    if (kinds.isEmpty()) {
      opening.add("Nothing new. " + read);
    } else {
      opening.add(String.join(", ", kinds) + ".");
      opening.add(read);
    }
    opening.addAll(Times.outages(outages, school.zone()));
    return opening;
  }

  private static List<Section> sections(Recipient to, Routing routing, List<Notice> seen) {
    List<Section> sections = new ArrayList<>();
    Room room = new Room();
    for (News kind : News.values()) {
      List<Notice> ofKind = seen.stream().filter(notice -> News.of(notice) == kind).toList();
      boolean told =
          kind == News.URGENT
              && ofKind.stream().allMatch(n -> routing.alerted(n.lane()).contains(to));
      String heading = told ? "Urgent, told at once" : kind.heading;
      if (!ofKind.isEmpty()) {
        room.take(heading, told, Counting.byStory(ofKind), sections);
      }
    }
    return sections;
  }

  /** What still fits. */
  private static final class Room {
    private int full = MOST_FULL;
    private int brief = MOST_BRIEF;

    void take(String heading, boolean inBrief, List<Key> keys, List<Section> sections) {
      int whole = inBrief ? 0 : Math.min(full, keys.size());
      int lines = Math.min(brief, keys.size() - whole);
      full -= whole;
      brief -= lines;
      int more = keys.size() - whole - lines;
      if (whole > 0) {
        sections.add(new Section(heading, false, keys.subList(0, whole), lines > 0 ? 0 : more));
      }
      if (lines > 0 || whole == 0) {
        String second = whole > 0 ? heading + ", in brief" : heading;
        sections.add(new Section(second, true, keys.subList(whole, whole + lines), more));
      }
    }
  }
}
