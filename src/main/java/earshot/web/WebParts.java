package earshot.web;

import earshot.index.MentionIndex;
import earshot.judge.Judge;
import earshot.judge.verdict.Review;
import earshot.listen.LiveConfiguration;
import earshot.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the pages need from the rest of the house.
 *
 * @param judge finds what must be hidden in earlier versions of a post, and in what it stands under
 * @param review takes what people say of how a post was judged
 * @param checks what else can go wrong and belongs on the health page
 * @param demo the demonstration's mailbox; null otherwise
 */
public record WebParts(
    Database database,
    MentionIndex index,
    LiveConfiguration configuration,
    Judge judge,
    Review review,
    InstantSource clock,
    List<Check> checks,
    @Nullable DemoMailbox demo) {
  public WebParts {
    checks = List.copyOf(checks);
  }

  /**
   * A part that can say whether it is well.
   *
   * @param name as people call it, such as {@code The clock}
   * @param problem a plain sentence when something is wrong, null when all is well
   * @param works whether it does its work all the same; asked only where there is a problem
   */
  public record Check(String name, Supplier<@Nullable String> problem, BooleanSupplier works) {
    /** A part that does not work while it has a problem. */
    public Check(String name, Supplier<@Nullable String> problem) {
      this(name, problem, () -> false);
    }
  }

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
}
