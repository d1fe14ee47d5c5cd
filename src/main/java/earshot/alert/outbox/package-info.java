/** The mails that wait, went, or could not go. */
@NullMarked
package earshot.alert.outbox;

import org.jspecify.annotations.NullMarked;
