package earshot.alert;

import earshot.alert.routing.Lane;
import earshot.judge.Finding;
import earshot.judge.Label;
import earshot.school.Schools;
import earshot.store.Counter;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a notice of each relevant finding, in the transaction that keeps the finding. */
public final class Notices implements Telling {
  private static final String KEEP =
      """
      INSERT INTO notice (id, mention, school, version, story, thread, severity, labels, safeguarding,
        about_head, edited, created, settled)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (mention, school, version) DO NOTHING""";
  private static final String CORRECT =
      """
      UPDATE notice SET severity = ?, labels = ?,
        safeguarding = CASE WHEN ? = 1 THEN 1 ELSE safeguarding END,
        about_head = CASE WHEN ? = 1 THEN 1 ELSE about_head END
      WHERE mention = ? AND school = ? AND version = ? AND settled = 1""";
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
    Lane lane = Lane.of(finding, schools.get().byId(finding.school()).orElse(null));
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
            lane.safeguarding() ? 1 : 0,
            lane.aboutHead() ? 1 : 0,
            change == Change.EDITED ? 1 : 0,
            clock.millis(),
            Grouping.toldAtOnce(finding.judgement().severity()) ? 0 : 1)
        .update();
  }

  /**
   * Tells the digest what a finding is held for now. An alert that is on its way still leaves, none
   * is added, and whoever was to hear of it still does: nobody judges a post out of their sight.
   */
  public void correct(JdbcClient transaction, Finding finding) {
    Lane lane = Lane.of(finding, schools.get().byId(finding.school()).orElse(null));
    transaction
        .sql(CORRECT)
        .params(
            finding.judgement().severity().word(),
            words(finding.judgement().labels()),
            lane.safeguarding() ? 1 : 0,
            lane.aboutHead() ? 1 : 0,
            finding.mention().id(),
            finding.school(),
            finding.mention().version())
        .update();
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
