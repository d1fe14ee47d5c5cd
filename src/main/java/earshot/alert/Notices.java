package earshot.alert;

import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.school.School;
import earshot.school.Schools;
import earshot.store.Counter;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a notice of each relevant finding, in the transaction that keeps the finding. */
public final class Notices implements Telling {
  private static final Set<Label> SAFEGUARDING =
      Collections.unmodifiableSet(
          EnumSet.of(Label.IDENTIFIES_PUPIL, Label.HARASSMENT, Label.CHILD_CONTACT));
  private static final String KEEP =
      """
      INSERT INTO notice (id, mention, school, version, story, thread, severity, labels, safeguarding,
        about_head, edited, created, settled)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (mention, school, version) DO NOTHING""";
  private static final int LONG_BITS = 32;

  private final Supplier<Schools> schools;
  private final InstantSource clock;

  public Notices(Supplier<Schools> schools, InstantSource clock) {
    this.schools = schools;
    this.clock = clock;
  }

  @Override
  public void tell(JdbcClient transaction, Finding finding, Change change) {
    if (!finding.judgement().relevant()) {
      return;
    }
    boolean safeguarding = finding.judgement().labels().stream().anyMatch(SAFEGUARDING::contains);
    transaction
        .sql(KEEP)
        .params(
            Counter.NOTICE.next(transaction),
            finding.mention().id(),
            finding.school(),
            finding.mention().version(),
            finding.mention().story(),
            thread(finding),
            finding.judgement().severity().word(),
            words(finding.judgement().labels()),
            safeguarding ? 1 : 0,
            aboutHead(finding) ? 1 : 0,
            change == Change.EDITED ? 1 : 0,
            clock.millis(),
            Grouping.toldAtOnce(finding.judgement().severity()) ? 0 : 1)
        .update();
  }

  private boolean aboutHead(Finding finding) {
    return schools
        .get()
        .byId(finding.school())
        .map((School school) -> Headship.of(school).isMeantIn(finding))
        .orElse(false);
  }

  /** Replies under one post, and comments below one article, are one conversation. */
  private static long thread(Finding finding) {
    String context = finding.mention().context();
    return context.isBlank()
        ? 0
        : ((long) finding.mention().source().hashCode() << LONG_BITS)
            | Integer.toUnsignedLong(context.hashCode());
  }

  private static String words(Set<Label> labels) {
    return labels.stream().sorted().map(Label::word).collect(Collectors.joining(" "));
  }
}
