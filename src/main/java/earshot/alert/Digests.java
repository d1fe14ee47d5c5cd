package earshot.alert;

import earshot.alert.outbox.Mail;
import earshot.alert.outbox.Outbox;
import earshot.alert.routing.Routing;
import earshot.alert.routing.Routing.Recipient;
import earshot.alert.sources.Standing;
import earshot.school.Contact;
import earshot.school.Role;
import earshot.school.School;
import earshot.school.Schools;
import earshot.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The daily digest: for each school once a local day, whatever the clock and the power do; with
 * nothing to say it says so, so that silence never means that nobody listens.
 */
public final class Digests {
  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

  /** After an outage the sources are read again before a digest that is late goes out. */
  static final Duration CATCHING_UP = Duration.ofMinutes(10);

  private final Database database;
  private final Supplier<Schools> schools;
  private final Standing.Of standings;

  public Digests(Database database, Supplier<Schools> schools, Standing.Of standings) {
    this.database = database;
    this.schools = schools;
    this.standings = standings;
  }

  /**
   * Puts the digests that are due into the outbox; returns how many mails. Call it at least once a
   * minute: by these calls it is known, too, when Earshot was off.
   */
  public int sendDue(Instant now) {
    if (database.read(jdbc -> DigestRows.beatDue(jdbc, now))) {
      database.write(jdbc -> DigestRows.beat(jdbc, now));
    }
    int mails = 0;
    for (School school : schools.get().schools()) {
      LocalDate day = DigestDay.due(school, now);
      if (database.read(jdbc -> isDue(jdbc, school, day, now))) {
        List<Standing> sources = standings.school(school.id());
        mails += database.write(jdbc -> send(jdbc, school, day, new Moment(now, sources)));
      }
    }
    if (mails > 0) {
      LOG.info("Put {} digests into the outbox", mails);
    }
    return mails;
  }

  private record Moment(Instant now, List<Standing> sources) {}

  private static boolean isDue(JdbcClient jdbc, School school, LocalDate day, Instant now) {
    boolean owed =
        DigestRows.last(jdbc, school.id()).map(last -> last.day().isBefore(day)).orElse(true);
    return owed && DigestRows.outagesSince(jdbc, now.minus(CATCHING_UP)).isEmpty();
  }

  private int send(JdbcClient transaction, School school, LocalDate day, Moment moment) {
    if (!isDue(transaction, school, day, moment.now())) {
      return 0;
    }
    boolean first = DigestRows.last(transaction, school.id()).isEmpty();
    long through = first ? 0 : NoticeRows.newest(transaction);
    List<Mail.Draft> drafts = first ? List.of() : drafts(transaction, school, through, moment);
    // a school's first day is only noted: its first digest comes at the next digest time
    DigestRows.keep(transaction, school.id(), new DigestRows.Sent(day, through, moment.now()));
    drafts.forEach(draft -> Outbox.put(transaction, draft, moment.now()));
    return drafts.size();
  }

  private List<Mail.Draft> drafts(JdbcClient jdbc, School school, long through, Moment moment) {
    Optional<DigestRows.Sent> last = DigestRows.last(jdbc, school.id());
    long after = last.map(DigestRows.Sent::through).orElse(0L);
    List<Notice> notices = latest(NoticeRows.between(jdbc, school.id(), after, through));
    Instant since = last.map(DigestRows.Sent::created).orElse(Instant.EPOCH);
    DigestPlan plan =
        new DigestPlan(
            school, moment.now(), moment.sources(), DigestRows.outagesSince(jdbc, since));
    Routing routing = Routing.of(schools.get(), school);
    Set<Recipient> recipients = new LinkedHashSet<>(routing.daily());
    notices.stream()
        .map(Notice::lane)
        .distinct()
        .map(routing::digested)
        .forEach(recipients::addAll);
    return recipients.stream().map(to -> plan.draft(to, routing, notices)).toList();
  }

  /** Of a post that was edited, what it says now: once, and as it now is. */
  private static List<Notice> latest(List<Notice> notices) {
    Map<Long, Notice> latest = new LinkedHashMap<>();
    notices.forEach(notice -> latest.put(notice.mention(), notice));
    return List.copyOf(latest.values());
  }

  /**
   * The digest as the Headteacher would get it now; nothing is changed by looking.
   *
   * @return addressed to nobody in particular when the school names no Headteacher
   */
  public Mail.Draft preview(School school, Instant now) {
    Moment moment = new Moment(now, standings.school(school.id()));
    List<Mail.Draft> drafts =
        database.read(jdbc -> drafts(jdbc, school, NoticeRows.newest(jdbc), moment));
    Recipient nobody = new Recipient(new Contact("the Headteacher", Role.HEADTEACHER, ""), false);
    return drafts.isEmpty()
        ? new DigestPlan(school, now, moment.sources(), List.of())
            .draft(nobody, Routing.of(schools.get(), school), List.of())
        : drafts.getFirst();
  }
}
