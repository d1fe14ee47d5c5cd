/** What a mail says: masked, inert, in plain words, and not yet in any format. */
@NullMarked
package earshot.alert.letter;

import org.jspecify.annotations.NullMarked;
