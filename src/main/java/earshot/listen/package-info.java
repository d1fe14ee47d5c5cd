/** The one path of a mention, from a poll to the commit. */
@NullMarked
package earshot.listen;

import org.jspecify.annotations.NullMarked;
