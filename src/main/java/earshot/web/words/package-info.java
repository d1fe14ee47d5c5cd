/** Posts, labels and dates as people read them: what is hidden, what is marked, what changed. */
@NullMarked
package earshot.web.words;

import org.jspecify.annotations.NullMarked;
