/** Search over mentions; a projection of the store that can be rebuilt at any time. */
@NullMarked
package earshot.index;

import org.jspecify.annotations.NullMarked;
