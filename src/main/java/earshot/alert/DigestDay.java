package earshot.alert;

import earshot.school.School;
import java.time.Instant;
import java.time.LocalDate;

/** Which local day's digest is due. Pure. */
final class DigestDay {
  private DigestDay() {}

  /** The newest day whose digest time has come: today, or yesterday before that time. */
  static LocalDate due(School school, Instant now) {
    LocalDate today = now.atZone(school.zone()).toLocalDate();
    return now.isBefore(time(school, today)) ? today.minusDays(1) : today;
  }

  /**
   * When a day's digest is sent. Where the clocks skip that time it is as much later; where they
   * show it twice it is the first ({@link java.time.ZonedDateTime#ofLocal}): one moment a day.
   */
  static Instant time(School school, LocalDate day) {
    return day.atTime(school.digestAt()).atZone(school.zone()).toInstant();
  }
}
