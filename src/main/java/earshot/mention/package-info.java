/** Mentions, their versions, duplicates and stories. */
@NullMarked
package earshot.mention;

import org.jspecify.annotations.NullMarked;
