package earshot.mail;

import org.jspecify.annotations.Nullable;

/**
 * Whether mail leaves.
 *
 * @param leaving false when people must be warned that mail is not leaving
 * @param problem what is wrong and what to do; null when there is nothing to say
 */
public record MailHealth(boolean leaving, @Nullable String problem) {}
