/** The door: who comes in, what they may do, and what every answer carries. */
@NullMarked
package earshot.web.door;

import org.jspecify.annotations.NullMarked;
