/** Who is told what. Pure. */
@NullMarked
package earshot.alert.routing;

import org.jspecify.annotations.NullMarked;
