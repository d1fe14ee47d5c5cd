package earshot.alert.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import earshot.alert.outbox.Mail.Addressee;
import earshot.alert.outbox.Mail.Kind;
import earshot.alert.outbox.Mail.State;
import earshot.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.RowMapper;

/** Reads a mail from its row. */
final class MailRow implements RowMapper<Mail> {
  static final MailRow INSTANCE = new MailRow();
  private static final ObjectMapper JSON = new ObjectMapper();

  private MailRow() {}

  @Override
  public Mail mapRow(ResultSet row, int number) throws SQLException {
    return new Mail(
        row.getLong("id"),
        Kind.valueOf(Values.text(row, "kind")),
        Values.text(row, "school"),
        new Addressee(Values.text(row, "recipient_name"), Values.text(row, "recipient")),
        Values.text(row, "subject"),
        plan(Values.text(row, "payload")),
        row.getString("message_id"),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("expires")),
        State.valueOf(Values.text(row, "state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next_attempt")),
        Values.instant(row, "ended"),
        Values.text(row, "reason"));
  }

  static String written(Plan plan) {
    try {
      return JSON.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Plan plan(String written) {
    try {
      return JSON.readValue(written, Plan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the plan of a mail", e);
    }
  }
}
