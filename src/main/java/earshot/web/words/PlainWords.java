package earshot.web.words;

import earshot.alert.letter.Wording;
import earshot.judge.Label;
import earshot.judge.Severity;
import earshot.judge.Target;
import earshot.school.Role;
import earshot.school.School;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The program's own terms as a Headteacher would say them; the mails use the same words. */
public final class PlainWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final ZoneId ZONE = School.LONDON;

  public String label(Label label) {
    return Wording.plain(label);
  }

  public String severity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "Critical";
      case HIGH -> "High";
      case MEDIUM -> "Medium";
      case LOW -> "Low";
      case NONE -> "No concern";
    };
  }

  public String target(Target target) {
    return switch (target) {
      case SCHOOL -> "The school";
      case STAFF -> "Staff";
      case PUPIL -> "Pupils";
      case PARENT -> "Parents and carers";
      case SUPPLIER -> "A supplier";
      case STAKEHOLDER -> "A partner or neighbour";
    };
  }

  public String role(Role role) {
    return switch (role) {
      case HEADTEACHER -> "Headteacher";
      case SAFEGUARDING_LEAD -> "Safeguarding lead";
      case LEADERSHIP -> "Leadership team";
      case COMMUNICATIONS -> "Communications";
      case ADMINISTRATOR -> "Administrator";
      case GOVERNOR -> "Governor (counts only)";
      case VIEWER -> "Viewer";
    };
  }

  /** An action as people say it. */
  public String action(String action) {
    return switch (action) {
      case "unmask" -> "Looked behind the mask";
      case "first-administrator" -> "Made the first account";
      case "set-password" -> "Set a password";
      case "add-person" -> "Made an account";
      case "set-role" -> "Changed a role";
      case "disable" -> "Shut an account";
      case "enable" -> "Opened an account again";
      case "password-link" -> "Made a password link";
      case "verdict" -> "Said whether a post was judged right";
      case "learn" -> "Applied a correction of the judge";
      case "unlearn" -> "Undid a correction of the judge";
      case "retry-mail" -> "Sent a mail again";
      default -> action;
    };
  }

  public String state(String state) {
    return switch (state) {
      case "new" -> "New";
      case "seen" -> "Seen";
      case "done" -> "Done";
      default -> state;
    };
  }

  public String platform(String platform) {
    return switch (platform) {
      case "x" -> "X";
      case "google-review" -> "Google review";
      case "news-comment" -> "News comment";
      case "youtube" -> "YouTube";
      case "tiktok" -> "TikTok";
      case "linkedin" -> "LinkedIn";
      case "" -> "";
      default -> Character.toUpperCase(platform.charAt(0)) + platform.substring(1);
    };
  }

  /** {@code 3 March 2026}. */
  public String day(Instant moment) {
    return DAY.format(moment.atZone(ZONE));
  }

  /** {@code 3 March 2026, 14:05}; "never" for null. */
  public String moment(@Nullable Instant moment) {
    return moment == null ? "never" : MOMENT.format(moment.atZone(ZONE));
  }

  /** {@code March 2026} for {@code 2026-03}. */
  public String month(String month) {
    return MONTH.format(YearMonth.parse(month));
  }

  /** {@code 5 minutes}, {@code 1 hour}. */
  public String length(Duration length) {
    if (length.toMinutes() < 1) {
      return counted(length.toSeconds(), "second");
    }
    if (length.toHours() < 1) {
      return counted(length.toMinutes(), "minute");
    }
    return length.toDays() < 2
        ? counted(length.toHours(), "hour")
        : counted(length.toDays(), "day");
  }

  public String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
