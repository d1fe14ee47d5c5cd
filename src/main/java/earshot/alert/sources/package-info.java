/** What a digest says of the sources and of the times when nobody listened. Pure. */
@NullMarked
package earshot.alert.sources;

import org.jspecify.annotations.NullMarked;
