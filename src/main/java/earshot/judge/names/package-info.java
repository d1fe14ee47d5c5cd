/** People's names in noisy text, and which of them is a child that could be found. */
@NullMarked
package earshot.judge.names;

import org.jspecify.annotations.NullMarked;
