/** People's names in noisy text. */
@NullMarked
package earshot.judge.names;

import org.jspecify.annotations.NullMarked;
