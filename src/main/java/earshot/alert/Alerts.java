package earshot.alert;

import earshot.alert.routing.Lane;
import earshot.alert.routing.Routing;
import earshot.school.School;
import earshot.school.Schools;
import earshot.store.Database;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns urgent notices into mails when their time has come. */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  private final Database database;
  private final Supplier<Schools> schools;

  public Alerts(Database database, Supplier<Schools> schools) {
    this.database = database;
    this.schools = schools;
  }

  /** Puts what is due into the outbox; returns how many mails. Call it every few seconds. */
  public int sendDue(Instant now) {
    int mails = 0;
    for (String id : database.read(NoticeRows::schools)) {
      Optional<School> school = schools.get().byId(id);
      if (school.isPresent() && anythingToDo(school.get(), now)) {
        mails += database.write(jdbc -> send(jdbc, school.get(), now));
      }
    }
    if (mails > 0) {
      LOG.info("Put {} alerts into the outbox", mails);
    }
    return mails;
  }

  /**
   * Why an urgent finding would reach nobody, as a plain sentence; null when each school is set.
   */
  public @Nullable String check() {
    for (School school : schools.get().schools()) {
      if (Routing.of(schools.get(), school).alerted(Lane.COMMON).isEmpty()) {
        return "Nobody is told of urgent posts about "
            + school.name()
            + ". Add a contact with 'role: headteacher' to the school's file.";
      }
    }
    return null;
  }

  /** Looks without the writer's lock: in a storm most looks find that it is not time yet. */
  private boolean anythingToDo(School school, Instant now) {
    return database.read(jdbc -> round(jdbc, school, now).anythingToDo());
  }

  private int send(JdbcClient transaction, School school, Instant now) {
    return round(transaction, school, now).send();
  }

  private AlertRound round(JdbcClient jdbc, School school, Instant now) {
    return new AlertRound(jdbc, school, Routing.of(schools.get(), school), now);
  }
}
