/** Who must know, when, and how it is grouped; and the outbox that keeps what must be told. */
@NullMarked
package earshot.alert;

import org.jspecify.annotations.NullMarked;
