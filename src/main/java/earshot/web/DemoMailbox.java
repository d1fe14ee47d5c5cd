package earshot.web;

import java.time.Instant;
import java.util.List;

/** The mailbox that the demonstration delivers into, shown at {@code /demo/mail}. */
public interface DemoMailbox {

  /** All mails, the newest first. */
  List<Message> messages();

  /**
   * One mail.
   *
   * @param number 1 for the first that came
   * @param html its HTML part, "" when it has none
   * @param text its text part, "" when it has none
   */
  record Message(
      int number,
      String from,
      String to,
      String subject,
      Instant received,
      String html,
      String text) {}
}
