package earshot.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether mail leaves.
 *
 * @param leaving false when people must be warned that mail is not leaving
 * @param sentence what is wrong and what to do; "" when all is well
 * @param waiting mails that have yet to leave
 * @param dead mails that were given up
 * @param oldest when the oldest waiting mail was put in, or null
 * @param lastSent when a mail last left, or null
 */
public record MailHealth(
    boolean leaving,
    String sentence,
    int waiting,
    int dead,
    @Nullable Instant oldest,
    @Nullable Instant lastSent) {}
