/** What a post shows, as numbers that a model can weigh. */
@NullMarked
package earshot.judge.traits;

import org.jspecify.annotations.NullMarked;
