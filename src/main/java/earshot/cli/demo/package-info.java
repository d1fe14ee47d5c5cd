/** The demonstration's small fictional web. */
@NullMarked
package earshot.cli.demo;

import org.jspecify.annotations.NullMarked;
