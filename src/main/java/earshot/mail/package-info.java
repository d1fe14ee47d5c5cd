/** Follows the outbox until each mail is delivered. */
@NullMarked
package earshot.mail;

import org.jspecify.annotations.NullMarked;
