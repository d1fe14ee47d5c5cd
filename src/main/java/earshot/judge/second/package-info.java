/** A second reader that the school runs itself: an optional language model for borderline posts. */
@NullMarked
package earshot.judge.second;

import org.jspecify.annotations.NullMarked;
